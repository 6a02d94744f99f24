import { decideSignIn, foundVins } from '#lib/connect/journey/sign-in.ts';
import { signIn } from '#lib/connect/test-logins.ts';
import { describe, expect, it } from 'vitest';
import { requestWith, sessionWith } from '../../../support/session-facts.ts';

const OWNER = '2-vehicles@smartcar.com';
const INCOMPATIBLE = 'smartcar@vehicle-incompatible.com';

describe('decideSignIn', () => {
	it('asks for the brand first', () => {
		expect(decideSignIn(sessionWith({ make: null }), OWNER)).toEqual({ kind: 'brand' });
	});

	it('leads to the consent on the vehicles of the account', () => {
		const step = decideSignIn(sessionWith(), OWNER);
		expect(step).toEqual({
			kind: 'grant',
			key: { make: 'CHEVROLET', username: OWNER },
			vehicles: [
				expect.objectContaining({ make: 'CHEVROLET', model: 'Volt' }),
				expect.objectContaining({ make: 'CHEVROLET', model: 'Bolt' })
			]
		});
	});

	it('offers the one vehicle that the link names, if the account has it', () => {
		const singleSelectVin = '0SCCHEV0123456789';
		const session = sessionWith({ request: requestWith({ singleSelect: true, singleSelectVin }) });
		expect(decideSignIn(session, 'owner@example.com')).toMatchObject({
			kind: 'grant',
			vehicles: [{ vin: singleSelectVin }]
		});
		expect(decideSignIn(session, OWNER)).toEqual({ kind: 'end', error: 'no_vehicles' });
	});

	it.each([
		['smartcar@invalid-subscription.com', 'invalid_subscription'],
		['0-vehicles@smartcar.com', 'no_vehicles'],
		['server-error@smartcar.com', 'server_error']
	])('of %s ends the session with %s', (username, error) => {
		expect(decideSignIn(sessionWith(), username)).toEqual({ kind: 'end', error });
	});

	it('ends nothing for a vehicle that is not supported', () => {
		expect(decideSignIn(sessionWith(), INCOMPATIBLE)).toEqual({
			kind: 'unsupported',
			key: { make: 'CHEVROLET', username: INCOMPATIBLE },
			vehicles: [expect.objectContaining({ vin: '0SCAUDI012FE3B132' })]
		});
	});

	it.each([OWNER, INCOMPATIBLE, '0-vehicles@smartcar.com'])(
		'for one connected vehicle takes %s for the name alone',
		(username) => {
			const request = requestWith({ responseType: 'vehicle_id', vehicleId: 'vehicle' });
			expect(decideSignIn(sessionWith({ request }), username)).toEqual({
				kind: 'again',
				key: { make: 'CHEVROLET', username },
				vehicleId: 'vehicle'
			});
		}
	);
});

describe('foundVins', () => {
	const account = (username: string) => ({ make: 'CHEVROLET', username });

	it('are those that the account lists, in its order', () => {
		const listed = signIn(OWNER, { make: 'CHEVROLET', singleSelectVin: null });
		const vins = listed.kind === 'vehicles' ? listed.vehicles.map(({ vin }) => vin) : [];
		expect(vins).toHaveLength(2);
		expect(foundVins(sessionWith(), account(OWNER), 'vehicles')).toEqual(vins);
		expect(foundVins(sessionWith(), account(OWNER), 'error')).toEqual([]);
	});

	it.each([
		[INCOMPATIBLE, ['0SCAUDI012FE3B132']],
		['0-vehicles@smartcar.com', []]
	])('of %s hold none that can be connected', (username, unsupported) => {
		expect(foundVins(sessionWith(), account(username), 'vehicles')).toEqual([]);
		expect(foundVins(sessionWith(), account(username), 'error')).toEqual(unsupported);
	});
});
