import { accessInLink, publishedAccess } from '#lib/connect/authorize/asked-access.ts';
import { describe, expect, it } from 'vitest';
import { said } from '../../../support/worded.ts';

describe('accessInLink', () => {
	it('is the scope of the link, in scope order and of no version', () => {
		expect(accessInLink('required:read_vin read_battery')).toEqual({
			asked: [
				{ name: 'read_battery', required: false },
				{ name: 'read_vin', required: true }
			],
			version: null
		});
	});

	it('may be one permission alone', () => {
		expect(accessInLink('read_vin')?.asked).toEqual([{ name: 'read_vin', required: false }]);
	});

	it.each([undefined, '', ' '])('is none where the scope is %j', (scope) => {
		expect(accessInLink(scope)).toBeNull();
	});
});

describe('publishedAccess', () => {
	it('is what the version was locked in with', () => {
		const access = [{ name: 'read_vin', required: true, requiredBy: ['vin'] } as const];
		expect(publishedAccess({ number: 3, access, purposes: {} })).toEqual({
			asked: [{ name: 'read_vin', required: true }],
			version: 3
		});
	});

	it('is told with what each permission is for, where the version says so', () => {
		const access = [
			{ name: 'read_battery', required: false },
			{ name: 'read_vin', required: true }
		] as const;
		const purposes = { read_vin: 'We greet it.' };
		expect(publishedAccess({ number: 3, access, purposes })).toEqual({
			asked: [
				{ name: 'read_battery', required: false },
				{ name: 'read_vin', required: true, purpose: 'We greet it.' }
			],
			version: 3
		});
	});

	it('says what to do before the first version', () => {
		expect(said(publishedAccess(null))).toEqual({
			error: 'invalid_scope',
			description:
				'The link names no scope, and no Vehicle Access is published for the application. Publish a version, or add a scope to the link.'
		});
	});
});
