import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { parseScope } from '#lib/access/scope.ts';
import { checkConsent } from '#lib/connect/consent.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const offerOf = (scope: string, vehicles = 'a', singleSelect = false) => ({
	asked: parseScope(scope).permissions,
	vehicles: vehicles.split(' ').map((id) => ({ id })),
	singleSelect
});
const formOf = (permissions: string, vehicles = 'a') => ({
	permissions: permissions.split(' ').filter(Boolean),
	vehicles: vehicles.split(' ').filter(Boolean)
});

const ASKED = 'required:read_odometer read_battery control_charge';

describe('checkConsent', () => {
	it.each([
		['read_odometer read_battery control_charge', 'read_battery read_odometer control_charge'],
		['control_charge read_odometer', 'read_odometer control_charge'],
		['read_odometer', 'read_odometer'],
		['read_odometer read_odometer read_battery read_battery', 'read_battery read_odometer']
	])('with %j ticked it grants %j, in scope order', (ticked, granted) => {
		expect(checkConsent(offerOf(ASKED), formOf(ticked))).toEqual({
			ok: true,
			granted: granted.split(' '),
			vehicleIds: ['a']
		});
	});

	it.each([
		['read_battery control_charge', ASKED, 'required-missing'],
		['', ASKED, 'required-missing'],
		['read_odometer read_location', ASKED, 'not-asked'],
		['read_location', ASKED, 'not-asked'],
		['read_odometer required:read_odometer', ASKED, 'not-asked'],
		['read_odometer READ_BATTERY', ASKED, 'not-asked'],
		['read_odometer __proto__', ASKED, 'not-asked'],
		['', 'read_battery read_odometer', 'nothing']
	])('refuses %j of %j as %s', (ticked, asked, fault) => {
		expect(checkConsent(offerOf(asked), formOf(ticked))).toEqual({ ok: false, fault });
	});

	it.each([
		['a', 'a b c', false, 'a'],
		['c a', 'a b c', false, 'a c'],
		['b b', 'a b c', false, 'b'],
		['b', 'a b c', true, 'b'],
		['b b', 'a b c', true, 'b']
	])('takes the vehicles %j of %j, one only: %s', (picked, offered, single, vehicleIds) => {
		const decision = checkConsent(offerOf('read_vin', offered, single), formOf('read_vin', picked));
		expect(decision).toMatchObject({ ok: true, vehicleIds: vehicleIds.split(' ') });
	});

	it.each([
		['', 'a b', false],
		['z', 'a b', false],
		['a z', 'a b', false],
		['a b', 'a b', true],
		['A', 'a b', false]
	])('refuses the vehicles %j of %j, one only: %s', (picked, offered, single) => {
		expect(checkConsent(offerOf('read_vin', offered, single), formOf('read_vin', picked))).toEqual({
			ok: false,
			fault: 'vehicle'
		});
	});

	it('grants exactly what is ticked of what was asked, or nothing of it', () => {
		const offered = ['a', 'b', 'c'];
		// Mostly forms that can be granted, so that both sides of the rule are met.
		const anyForm = fc.record({
			asked: fc.uniqueArray(
				fc.record({
					name: fc.constantFrom(...PERMISSION_NAMES),
					required: fc.boolean(),
					isTicked: fc.boolean()
				}),
				{ selector: ({ name }) => name, maxLength: 5 }
			),
			dropsRequired: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
			strays: fc.array(fc.constantFrom('', 'read_wings', 'READ_VIN', 'required:read_vin'), {
				maxLength: 1,
				size: 'xsmall'
			}),
			picked: fc.array(fc.constantFrom('a', 'b', 'c', 'a', 'b', 'c', 'd'), { maxLength: 3 }),
			singleSelect: fc.boolean()
		});
		const met = { granted: 0, refused: 0 };
		fc.assert(
			fc.property(anyForm, ({ asked, dropsRequired, strays, picked, singleSelect }) => {
				const ticked = asked
					.filter(({ required, isTicked }) => isTicked || (required && !dropsRequired))
					.map(({ name }) => name);
				const vehicles = new Set<string>(picked);
				const isGood =
					strays.length === 0 &&
					ticked.length > 0 &&
					asked.every(({ name, required }) => !required || ticked.includes(name)) &&
					vehicles.size > 0 &&
					!vehicles.has('d') &&
					(!singleSelect || vehicles.size === 1);
				met[isGood ? 'granted' : 'refused'] += 1;
				const decision = checkConsent(
					{ asked, vehicles: offered.map((id) => ({ id })), singleSelect },
					{ permissions: [...ticked, ...strays], vehicles: picked }
				);
				expect(decision.ok).toBe(isGood);
				if (!decision.ok) return;
				expect(decision.granted).toEqual(PERMISSION_NAMES.filter((name) => ticked.includes(name)));
				expect(decision.vehicleIds).toEqual(offered.filter((id) => vehicles.has(id)));
			}),
			{ numRuns: 300 }
		);
		expect(met.granted, 'forms that were granted').toBeGreaterThan(20);
		expect(met.refused, 'forms that were refused').toBeGreaterThan(20);
	});
});
