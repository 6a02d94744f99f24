import { describe, expect, it } from 'vitest';
import { copyLink } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/rail/copy-link.ts';
import { addressOf } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/rail/link-address.ts';

const clientId = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const published = { number: 7, scope: 'required:read_battery read_odometer' };
const subject = {
	clientId,
	clientIdMadeHere: false,
	mode: 'live',
	published,
	origin: 'http://127.0.0.1:3000'
};
const LIVE = `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=${clientId}`;

describe('the link to copy', () => {
	it('is the live one with the version’s scope, where the id is the platform’s', () => {
		const link = copyLink(subject);
		expect(link).toMatchObject({ place: 'live', version: 7 });
		const { origin, searchParams } = new URL(addressOf(link, 'read_vin'));
		expect(origin).toBe('https://connect.smartcar.com');
		expect(searchParams.get('scope')).toBe(published.scope);
	});

	it('is the sandbox’s, where the id was made here', () => {
		const link = copyLink({ ...subject, clientIdMadeHere: true });
		expect(link.place).toBe('sandbox');
		const { origin, pathname, searchParams } = new URL(link.url);
		expect(origin + pathname).toBe('http://127.0.0.1:3000/oauth/authorize');
		expect(searchParams.get('scope')).toBe(published.scope);
	});

	it('carries the draft’s scope as it is by now, where nothing is published', () => {
		const link = copyLink({ ...subject, published: null });
		expect(link.version).toBeNull();
		expect(addressOf(link, 'required:read_vin read_odometer')).toBe(
			`${LIVE}&scope=required:read_vin%20read_odometer`
		);
		expect(addressOf(link, '')).toBe(LIVE);
	});

	it('keeps the mode that the application is in', () => {
		const { searchParams } = new URL(copyLink({ ...subject, mode: 'simulated' }).url);
		expect(searchParams.get('mode')).toBe('simulated');
	});
});
