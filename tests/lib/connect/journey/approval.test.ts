import {
	approvedBefore,
	asLastShown,
	externalIdToStore,
	isSecondPress,
	refusedOf,
	scopesToForget
} from '#lib/connect/journey/approval.ts';
import { describe, expect, it } from 'vitest';
import { requestWith, sessionWith } from '../../../support/session-facts.ts';
import { START } from '../../../support/storage.ts';

describe('refusedOf', () => {
	it.each([
		[['read_battery', 'read_odometer'], []],
		[['read_odometer'], ['read_battery']],
		[[], ['read_battery', 'read_odometer']]
	] as const)('where %j was granted is %j', (granted, refused) => {
		expect(refusedOf(requestWith(), granted)).toEqual(refused);
	});
});

describe('approvedBefore', () => {
	const granted = ['read_battery', 'read_odometer'];

	it.each([
		['all of them', ['a', 'b'], ['b', 'a'], ['a', 'b']],
		['some of them', ['a', 'b'], ['b'], ['b']],
		['none of them', ['a', 'b'], [], null],
		['one that is no longer offered', ['a'], ['b'], null],
		['none, with nothing offered', [], [], null]
	])('with %s approved', (_which, offered, approved, vehicleIds) => {
		const expected = vehicleIds && { granted, vehicleIds };
		expect(approvedBefore(requestWith(), offered, approved)).toEqual(expected);
	});

	it('does not hold where the link asks for the consent screen', () => {
		expect(approvedBefore(requestWith({ approvalPrompt: 'force' }), ['a'], ['a'])).toBeNull();
	});

	it('leaves the choice of one vehicle to the owner', () => {
		const request = requestWith({ singleSelect: true });
		expect(approvedBefore(request, ['a', 'b'], ['a', 'b'])).toBeNull();
		expect(approvedBefore(request, ['a', 'b'], ['b'])).toEqual({ granted, vehicleIds: ['b'] });
	});
});

describe('asLastShown', () => {
	const [battery, vin] = [
		{ name: 'read_battery', required: true },
		{ name: 'read_vin', required: false }
	] as const;

	it.each([
		['as it is asked, where nothing was shown', [], [battery, vin]],
		[
			'with the words shown last, whatever is said today',
			[[{ ...battery, purpose: 'Last.' }], [{ ...battery, purpose: 'First.' }]],
			[{ ...battery, purpose: 'Last.' }, vin]
		],
		[
			'with none, where none were shown last',
			[[battery], [{ ...battery, purpose: 'First.' }]],
			[battery, vin]
		],
		[
			'required as it is today',
			[[{ ...vin, required: true, purpose: 'Then.' }]],
			[battery, { ...vin, purpose: 'Then.' }]
		]
	])('is %s', (_, shown, expected) => {
		const asked = [battery, { ...vin, purpose: 'Today.' }];
		expect(asLastShown(asked, shown)).toEqual(expected);
	});
});

describe('scopesToForget', () => {
	const SCOPES = ['read_battery', 'required:read_battery read_vin', 'read_vin'];

	it.each([
		[['read_battery'], ['read_battery', 'required:read_battery read_vin']],
		[['read_vin'], ['required:read_battery read_vin', 'read_vin']],
		[['read_fuel'], []],
		// A name that begins like another is another.
		[['read_vehicle_info'], []],
		[[], []]
	] as const)('with %j refused are %j', (refused, forgotten) => {
		expect(scopesToForget(SCOPES, refused)).toEqual(forgotten);
	});
});

describe('isSecondPress', () => {
	const session = sessionWith({ endedAt: START });
	const approval = { granted: ['read_battery', 'read_vin'], vehicleIds: ['a', 'b'] } as const;
	const first = { scope: 'read_battery read_vin', vehicleIds: ['a', 'b'] };

	it.each([
		[0, true],
		[10_000, true],
		[10_001, false]
	])('%d ms after the first: %s', (after, expected) => {
		expect(isSecondPress(session, first, approval, START + after)).toBe(expected);
	});

	it.each([
		[{ ...first, scope: 'read_battery' }],
		[{ ...first, scope: 'read_battery read_vin read_fuel' }],
		[{ ...first, vehicleIds: ['a'] }],
		[{ ...first, vehicleIds: [] }]
	])('is none beside %j', (other) => {
		expect(isSecondPress(session, other, approval, START)).toBe(false);
	});

	it('is none while the session goes on', () => {
		expect(isSecondPress(sessionWith(), first, approval, START)).toBe(false);
	});
});

describe('externalIdToStore', () => {
	it.each([
		['stays where a link names none', null, undefined],
		['is replaced by another', 'c-2', 'c-2'],
		['is cleared by the word null', 'null', null]
	])('%s', (_rule, externalId, expected) => {
		expect(externalIdToStore({ externalId })).toBe(expected);
	});
});
