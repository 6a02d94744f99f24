import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { parseScope } from '#lib/access/scope.ts';
import { checkConsent } from '#lib/server/connect/consent.ts';
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

	it('never grants what was not asked, nor without what is required', () => {
		const anyAsked = fc.uniqueArray(
			fc.record({ name: fc.constantFrom(...PERMISSION_NAMES), required: fc.boolean() }),
			{ selector: ({ name }) => name }
		);
		const anyTicked = fc.array(fc.oneof(fc.constantFrom(...PERMISSION_NAMES), fc.string()));
		const anyVehicles = fc.array(fc.constantFrom('a', 'b', 'c', 'd'));
		fc.assert(
			fc.property(
				anyAsked,
				anyTicked,
				anyVehicles,
				fc.boolean(),
				(asked, permissions, vehicles, singleSelect) => {
					const offered = ['a', 'b', 'c'];
					const decision = checkConsent(
						{ asked, vehicles: offered.map((id) => ({ id })), singleSelect },
						{ permissions, vehicles }
					);
					if (!decision.ok) return;
					const names = asked.map(({ name }) => name);
					expect(names).toEqual(expect.arrayContaining([...decision.granted]));
					expect(permissions).toEqual(expect.arrayContaining([...decision.granted]));
					expect(decision.granted).toEqual(
						expect.arrayContaining(asked.filter(({ required }) => required).map(({ name }) => name))
					);
					expect(decision.granted.length).toBeGreaterThan(0);
					expect(offered).toEqual(expect.arrayContaining([...decision.vehicleIds]));
					expect(decision.vehicleIds.length).toBeGreaterThan(0);
					if (singleSelect) expect(decision.vehicleIds).toHaveLength(1);
				}
			)
		);
	});
});
