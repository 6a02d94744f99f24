import { signIn } from '#lib/connect/test-logins.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { begin, pickBrand } from '#lib/server/connect/journey/begin.ts';
import { logIn } from '#lib/server/connect/journey/log-in.ts';
import { findOffer } from '#lib/server/connect/journey/offer.ts';
import type { Traveller } from '#lib/server/connect/journey/step.ts';
import { listSessions } from '#lib/server/connect/session-list.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	answerOf,
	BROWSER,
	CALLBACK,
	connect,
	ISSUER,
	withApplication,
	newTraveller,
	open,
	OWNER,
	queryOf,
	sessionOf,
	signInBy,
	type Parameters
} from '../../../../support/connect.ts';
import { listConnections } from '../../../../support/list-connections.ts';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
beforeEach(async () => ({ context, clientId } = await withApplication(storage)));

describe('logIn', () => {
	it('leads to consent on the vehicles of the account', async () => {
		const { traveller, next } = await signInBy(context, clientId, {}, '5-vehicles@smartcar.com');
		expect(next).toEqual({ kind: 'screen', screen: 'grant' });
		const session = await sessionOf(context, traveller);
		expect(session.steps.map(({ screen }) => screen)).toEqual(['preamble', 'login', 'grant']);
		expect((await findOffer(context, session)).vehicles).toHaveLength(5);
	});

	it('offers the vehicles in the order in which the account lists them', async () => {
		const username = '5-vehicles@smartcar.com';
		const { traveller } = await signInBy(context, clientId, {}, username);
		const found = signIn(username, { make: 'CHEVROLET', singleSelectVin: null });
		const vins = found.kind === 'vehicles' ? found.vehicles.map(({ vin }) => vin) : [];
		const { vehicles } = await findOffer(context, await sessionOf(context, traveller));
		expect(vehicles.map(({ vin }) => vin)).toEqual(vins);
	});

	it('offers only what this sign-in found, even where the account has more', async () => {
		await signInBy(context, clientId, {}, 'owner@example.com');
		const only = { single_select: 'true', single_select_vin: '0SCCHEV0123456789' };
		const { traveller } = await signInBy(context, clientId, only, 'owner@example.com');
		const { vehicles } = await findOffer(context, await sessionOf(context, traveller));
		expect(vehicles.map(({ vin }) => vin)).toEqual(['0SCCHEV0123456789']);
	});

	it.each([
		[
			'smartcar@invalid-subscription.com',
			'invalid_subscription',
			'User does not have an active connected vehicle subscription'
		],
		[
			'0-vehicles@smartcar.com',
			'no_vehicles',
			'No vehicles found. Please add vehicles to your account and try again.'
		],
		['server-error@smartcar.com', 'server_error', 'Unexpected server error. Please try again.']
	])('as %s ends with %s', async (username, error, description) => {
		const { traveller, next } = await signInBy(context, clientId, { state: 's' }, username);
		expect(Object.fromEntries(answerOf(next))).toEqual({
			error,
			error_description: description,
			state: 's'
		});
		expect(await sessionOf(context, traveller)).toMatchObject({ outcome: error });
		expect(await logIn(context, traveller, OWNER)).toEqual({ kind: 'lost' });
	});

	it('as an account whose vehicle is not supported shows that, and offers nothing to grant', async () => {
		const { traveller, next } = await signInBy(
			context,
			clientId,
			{ make: 'AUDI' },
			'smartcar@vehicle-incompatible.com'
		);
		expect(next).toEqual({ kind: 'screen', screen: 'unsupported' });
		expect((await findOffer(context, await sessionOf(context, traveller))).vehicles).toEqual([]);
	});

	it('asks for the brand first', async () => {
		const traveller = await newTraveller(context, clientId, { make: '' });
		await begin(context, traveller, { country: null, language: 'en' });
		expect(await logIn(context, traveller, OWNER)).toEqual({ kind: 'screen', screen: 'brand' });
	});

	it('comes after the first screen', async () => {
		const traveller = await newTraveller(context, clientId);
		expect(await logIn(context, traveller, OWNER)).toEqual({ kind: 'screen', screen: 'preamble' });
		expect(await sessionOf(context, traveller)).toMatchObject({ accountId: null });
	});

	it('is lost when the session is over', async () => {
		const traveller = await newTraveller(context, clientId);
		await begin(context, traveller, { country: null, language: 'en' });
		context = storage.at(START + 600_000);
		expect(await logIn(context, traveller, OWNER)).toEqual({ kind: 'lost' });
	});

	it('tells of Tesla’s virtual key', async () => {
		await connect(context, clientId, { make: 'TESLA' });
		const { next } = await signInBy(context, clientId, { make: 'TESLA' });
		expect(answerOf(next).get('virtual_key_url')).toBe('https://www.tesla.com/_ak/smartcar.com');
	});
});

describe('logIn again for a connected vehicle', () => {
	let vehicleId = '';
	let connectionId = '';
	beforeEach(async () => {
		await connect(context, clientId, { external_id: 'c-1' }, { vehicles: [0] });
		const [connection] = await listConnections(context, clientId);
		vehicleId = connection?.vehicle.id ?? '';
		connectionId = connection?.id ?? '';
	});

	async function atSignIn(parameters: Parameters = {}): Promise<Traveller> {
		const usual = { response_type: vehicleId, scope: '', make: '', mode: '' };
		const opened = await open(context, queryOf(clientId, { ...usual, ...parameters }));
		if (opened.kind !== 'session') throw new Error(JSON.stringify(opened));
		const traveller = {
			id: opened.id,
			browser: BROWSER,
			signIn: undefined,
			issuer: ISSUER
		};
		await begin(context, traveller, { country: null, language: 'en' });
		return traveller;
	}

	it('goes back with the vehicle’s id and no code, and notes the time', async () => {
		context = storage.at(START + 5000);
		const traveller = await atSignIn({ state: 's', external_id: 'c-2' });
		expect(await logIn(context, traveller, OWNER.toUpperCase())).toEqual({
			kind: 'redirect',
			location: `${CALLBACK}?vehicle_id=${vehicleId}&state=s&external_id=c-2`
		});
		const { sessions } = await listSessions(context, clientId, { page: 1 });
		expect(sessions[0]).toMatchObject({ id: traveller.id, end: 'signed_in_again' });
		expect(await listConnections(context, clientId)).toMatchObject([
			{ externalId: 'c-2', firstGrantedAt: REHEARSED_START, updatedAt: REHEARSED_START + 5000 }
		]);
	});

	it.each(['other@example.com', 'smartcar@successful-request.com', '0-vehicles@smartcar.com'])(
		'refuses %s, known or not, and lets the owner try again',
		async (username) => {
			await signInBy(context, clientId, {}, 'other@example.com');
			const traveller = await atSignIn();
			expect(await logIn(context, traveller, username)).toEqual({
				kind: 'refused',
				fault: 'other-account'
			});
			expect((await logIn(context, traveller, OWNER)).kind).toBe('redirect');
		}
	);

	it('is at the brand of the vehicle, whatever a form says', async () => {
		const traveller = await atSignIn();
		expect(await pickBrand(context, traveller, 'TESLA')).toEqual({
			kind: 'screen',
			screen: 'login'
		});
		expect(await sessionOf(context, traveller)).toMatchObject({ make: 'CHEVROLET' });
		expect((await logIn(context, traveller, OWNER)).kind).toBe('redirect');
	});

	it('refuses once the vehicle was disconnected meanwhile', async () => {
		const traveller = await atSignIn();
		await disconnect(context, clientId, connectionId);
		expect(await logIn(context, traveller, OWNER)).toEqual({
			kind: 'refused',
			fault: 'other-account'
		});
		expect(await listConnections(context, clientId)).toEqual([]);
	});

	it('names the issuer under the strict protocol', async () => {
		await updateProtocol(context, clientId, 'strict');
		expect(answerOf(await logIn(context, await atSignIn(), OWNER)).get('iss')).toBe(ISSUER);
	});
});
