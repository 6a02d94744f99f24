import { withHeld, type HeldVehicle } from '#lib/connect/account-vehicles.ts';
import { signIn } from '#lib/connect/test-logins.ts';
import { describe, expect, it } from 'vitest';

const TWO = '2-vehicles@smartcar.com';
const context = { make: 'CHEVROLET', singleSelectVin: null };

function vehiclesOf(username: string) {
	const found = signIn(username, context);
	return found.kind === 'vehicles' ? found.vehicles : [];
}

const held = (vehicle: Partial<HeldVehicle> = {}): HeldVehicle => ({
	vin: '0SCCHEV0ADDEDBYMY',
	make: 'CHEVROLET',
	model: 'Bolt',
	year: 2022,
	level: 'compatible',
	fault: null,
	addedAt: null,
	deletedAt: null,
	...vehicle
});
const added = held({ addedAt: 1 });

/** The VINs that are found, or the error. */
function outcome(username: string, known: readonly HeldVehicle[], singleSelectVin?: string) {
	const asked = { ...context, singleSelectVin: singleSelectVin ?? null };
	const result = withHeld(signIn(username, asked), username, known, asked);
	return result.kind === 'error' ? result.error : result.vehicles.map(({ vin }) => vin);
}

describe('a sign-in to an account that people put vehicles on or took them from', () => {
	const vins = vehiclesOf(TWO).map(({ vin }) => vin);
	const [first] = vehiclesOf(TWO).map((vehicle) => held({ ...vehicle }));
	if (!first) throw new TypeError('No vehicle');

	it('finds what the login says where nobody did', () => {
		expect(outcome(TWO, [])).toEqual(vins);
		expect(outcome(TWO, [first])).toEqual(vins);
	});

	it('finds what was added, behind the others', () => {
		expect(outcome(TWO, [added])).toEqual([...vins, added.vin]);
		expect(outcome('0-vehicles@smartcar.com', [added])).toEqual([added.vin]);
	});

	it('does not find what was deleted', () => {
		expect(outcome(TWO, [{ ...first, deletedAt: 2 }])).toEqual(vins.slice(1));
		expect(outcome(TWO, [{ ...added, deletedAt: 2 }])).toEqual(vins);
	});

	it('finds what was deleted and added again once', () => {
		expect(outcome(TWO, [{ ...first, addedAt: 3 }])).toEqual([...vins.slice(1), first.vin]);
	});

	it('finds what was added alone where the account was made by hand', () => {
		expect(outcome('me@sandbox.example', [added])).toEqual([added.vin]);
		expect(outcome('me@sandbox.example', [{ ...added, deletedAt: 2 }])).toBe('no_vehicles');
	});

	it('finds the vehicle that an ordinary login came with beside it', () => {
		const own = vehiclesOf('someone@example.com').map((vehicle) => held({ ...vehicle }));
		const ownVins = own.map(({ vin }) => vin);
		expect(ownVins).toHaveLength(1);
		expect(outcome('someone@example.com', [...own, added])).toEqual([...ownVins, added.vin]);
	});

	it('finds the usual vehicle where the account was signed in to for another before', () => {
		const [usual] = vehiclesOf('someone@example.com');
		const other = held({ vin: '0SCCHEV0123456789' });
		expect(outcome('someone@example.com', [other, added])).toEqual([usual?.vin, added.vin]);
	});

	it('finds nothing once all were deleted', () => {
		const gone = vehiclesOf(TWO).map((vehicle) => held({ ...vehicle, deletedAt: 2 }));
		expect(outcome(TWO, gone)).toBe('no_vehicles');
	});

	it('offers the one vehicle that may be offered', () => {
		expect(outcome(TWO, [added], added.vin)).toEqual([added.vin]);
		expect(outcome(TWO, [added], vins[0])).toEqual([vins[0]]);
		expect(outcome('me@sandbox.example', [added], '0SCCHEV0000000000')).toBe('no_vehicles');
	});

	it.each(['smartcar@invalid-subscription.com', 'server-error@smartcar.com'])(
		'of %s ends as it always does',
		(username) => {
			expect(outcome(username, [added])).toBe(outcome(username, []));
		}
	);
});
