import type { NotGiven } from '#lib/owners/past.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { OwnersApplication } from '#lib/server/owners/reach/find-application.ts';
import { describe, expect, it } from 'vitest';
import { toldIn } from '../../../src/routes/my/applications/[clientId]/taken.ts';

const NOT_GIVEN: readonly (readonly [PermissionName, NotGiven])[] = [
	['read_odometer', { how: 'taken-back', by: 'you', at: 5 }],
	['read_charge', { how: 'left-out', by: 'account', at: 5 }]
];

const vehicle = (id: string, by: 'you' | 'app' | null): OwnersApplication['vehicles'][number] => ({
	id,
	name: `Car ${id}`,
	firstGrantedAt: 1,
	updatedAt: 1,
	granted: ['read_battery'],
	asked: [],
	version: null,
	isDamaged: false,
	ending: by && { at: 5, by }
});

const application: OwnersApplication = {
	clientId: 'an-app',
	name: 'Charge Planner',
	domain: null,
	firstGrantedAt: 1,
	vehicles: [vehicle('stays', null), vehicle('taken', 'you'), vehicle('left', 'app')],
	lastUses: [],
	isPastDamaged: false,
	notGiven: new Map(NOT_GIVEN),
	endsByItself: null
};

const told = (query: string) =>
	toldIn(new URL(`http://localhost/my/applications/an-app?${query}`), application, null)?.how;

describe('an address that anybody may write', () => {
	it('is believed where it tells what was taken back', () => {
		expect(told('taken=read_odometer')).toBe('taken');
		expect(told('taken=taken')).toBe('taken');
		expect(told('before=read_odometer')).toBe('before');
	});

	it('makes nothing taken back that was left out, never asked, or ended by others', () => {
		for (const what of ['read_charge', 'read_location', 'left']) {
			expect(told(`taken=${what}`)).toBe('before');
		}
	});

	it('says nothing of what is given, or of no vehicle of theirs', () => {
		for (const what of ['read_battery', 'stays', 'another', '']) {
			expect(told(`taken=${what}&before=${what}`)).toBeUndefined();
		}
	});
});

it('is not believed where what is held cannot be read', () => {
	const damaged = { ...vehicle('stays', null), granted: [], isDamaged: true };
	const url = new URL('http://localhost/my/applications/an-app?taken=read_odometer');
	expect(toldIn(url, { ...application, vehicles: [damaged] }, null)).toBeNull();
});
