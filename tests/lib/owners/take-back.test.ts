import type { PermissionName } from '#lib/access/permission.ts';
import { parseScope } from '#lib/access/scope.ts';
import { decideTakeBack, type Held } from '#lib/owners/take-back.ts';
import { describe, expect, it } from 'vitest';

/** @param asked scope string; all of it is granted where nothing else is said */
function held(id: string, asked: string, granted?: string, updatedAt = 1): Held {
	const { permissions } = parseScope(asked);
	const names = granted === undefined ? permissions : parseScope(granted).permissions;
	return {
		id,
		updatedAt,
		version: null,
		isDamaged: false,
		asked: permissions,
		granted: names.map(({ name }) => name)
	};
}

const narrow = (left: Readonly<Record<string, readonly PermissionName[]>>) => ({
	kind: 'narrow',
	left: new Map(Object.entries(left))
});
const disconnects = (because: string) => ({ kind: 'disconnects', because });
const NOTHING = { kind: 'nothing' };

describe('taking back a permission', () => {
	const both = 'read_battery read_odometer';
	it.each([
		['leaves the others', [held('a', both)], narrow({ a: ['read_battery'] })],
		[
			'is for every vehicle that gives it',
			[held('a', both), held('b', both), held('c', both, 'read_battery')],
			narrow({ a: ['read_battery'], b: ['read_battery'] })
		],
		[
			'leaves nothing of a vehicle that gave nothing else',
			[held('a', both, 'read_odometer'), held('b', both)],
			narrow({ a: [], b: ['read_battery'] })
		],
		['is nothing where it was left out', [held('a', both, 'read_battery')], NOTHING],
		['is nothing where it was never asked', [held('a', 'read_battery')], NOTHING],
		['is nothing where no vehicle is reached', [], NOTHING],
		[
			'disconnects where it is required',
			[held('a', 'read_battery required:read_odometer')],
			disconnects('required')
		],
		[
			'goes by what was asked last: required by now',
			[held('a', both), held('b', 'read_battery required:read_odometer', undefined, 2)],
			disconnects('required')
		],
		[
			'goes by what was asked last: no longer required',
			[held('a', 'read_battery required:read_odometer'), held('b', both, 'read_battery', 2)],
			narrow({ a: ['read_battery'] })
		],
		[
			'disconnects where no vehicle gives anything else',
			[held('a', both, 'read_odometer'), held('b', 'read_odometer')],
			disconnects('last-permission')
		]
	])('%s', (_, all, decision) => {
		expect(decideTakeBack(all, { permission: 'read_odometer' })).toEqual(decision);
	});
});

describe('taking back a vehicle', () => {
	const [a, b] = [held('a', 'required:read_battery'), held('b', 'read_battery')];
	it.each([
		['leaves the others', [a, b], narrow({ a: [] })],
		['disconnects where it is the last', [a], disconnects('last-vehicle')],
		['is nothing where it is not reached', [b], NOTHING],
		['is nothing where none is', [], NOTHING]
	])('%s', (_, all, decision) => {
		expect(decideTakeBack(all, { connectionId: 'a' })).toEqual(decision);
	});
});

it('nothing is taken back alone where part of what is held cannot be read', () => {
	const damaged = { ...held('b', '', ''), isDamaged: true };
	const all = [held('a', 'read_battery read_odometer'), damaged];
	for (const taken of [
		{ permission: 'read_odometer' },
		{ permission: 'read_vin' },
		{ connectionId: 'a' }
	] as const) {
		expect(decideTakeBack(all, taken)).toEqual(disconnects('damaged'));
	}
});
