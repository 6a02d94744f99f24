import { begin, pickBrand } from '#lib/server/connect/journey/begin.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	BROWSER,
	connect,
	ISSUER,
	newApplication,
	newTraveller,
	open,
	queryOf,
	sessionOf,
	signInAs
} from '../../../../support/connect.ts';
import { listConnections } from '../../../../support/list-connections.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const FIRST = { country: 'DE', language: 'de' };
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(context);
});

describe('begin', () => {
	it.each([
		[{ make: '' }, 'brand', null],
		[{ make: 'TESLA' }, 'login', 'TESLA'],
		[{ make: 'NO_SUCH_BRAND' }, 'unsupported', null],
		[
			{ make: 'AUDI', single_select: 'true', single_select_vin: '5YJSA1E14FF101307' },
			'login',
			'TESLA'
		],
		[{ make: '', single_select: 'true', single_select_vin: '0SCAUDI037A5ADB1C' }, 'login', 'AUDI'],
		// The brand of this VIN is not known; the link's make does not count beside a VIN.
		[{ make: 'AUDI', single_select: 'true', single_select_vin: 'ZZZSA1E14FF101307' }, 'brand', null]
	])('with %j leads to %s, brand %s', async (parameters, screen, make) => {
		const traveller = await newTraveller(context, clientId, parameters);
		expect(await begin(context, traveller, FIRST)).toEqual({ kind: 'screen', screen });
		const session = await sessionOf(context, traveller);
		expect(session).toMatchObject({ make, country: 'DE', language: 'de' });
		expect(session.steps.map((step) => step.screen)).toEqual(['preamble', screen]);
	});

	it('goes straight to the sign-in of the vehicle to sign in for again', async () => {
		await connect(context, clientId, { make: 'TESLA' });
		const [connection] = await listConnections(context, clientId);
		const opened = await open(
			context,
			queryOf(clientId, { response_type: connection?.vehicle.id ?? '', make: '', scope: '' })
		);
		const traveller = {
			id: opened.kind === 'session' ? opened.id : '',
			browser: BROWSER,
			signIn: undefined,
			issuer: ISSUER
		};
		expect(await begin(context, traveller, FIRST)).toEqual({ kind: 'screen', screen: 'login' });
		expect(await sessionOf(context, traveller)).toMatchObject({ make: 'TESLA' });
	});

	it('is lost in another browser, and without one', async () => {
		const traveller = await newTraveller(context, clientId);
		for (const browser of ['another', undefined]) {
			expect(await begin(context, { ...traveller, browser }, FIRST)).toEqual({ kind: 'lost' });
		}
	});
});

describe('pickBrand', () => {
	it.each([
		['TESLA', 'login', 'TESLA'],
		['LAND_ROVER', 'login', 'LAND_ROVER'],
		['', 'unsupported', null],
		['tesla', 'unsupported', null],
		['NO_SUCH_BRAND', 'unsupported', null]
	])('%j leads to %s, brand %s', async (key, screen, make) => {
		const traveller = await newTraveller(context, clientId, { make: '' });
		await begin(context, traveller, FIRST);
		expect(await pickBrand(context, traveller, key)).toEqual({ kind: 'screen', screen });
		expect(await sessionOf(context, traveller)).toMatchObject({ make });
	});

	it('does not change the brand that the link names, nor comes before the first screen', async () => {
		const named = await newTraveller(context, clientId, { make: 'TESLA' });
		await begin(context, named, FIRST);
		expect(await pickBrand(context, named, 'AUDI')).toEqual({ kind: 'screen', screen: 'login' });
		expect(await sessionOf(context, named)).toMatchObject({ make: 'TESLA' });
		const early = await newTraveller(context, clientId, { make: '' });
		expect(await pickBrand(context, early, 'AUDI')).toEqual({ kind: 'screen', screen: 'preamble' });
		expect(await sessionOf(context, early)).toMatchObject({ make: null });
	});

	it('forgets the account that was signed in to before', async () => {
		const traveller = await newTraveller(context, clientId, { make: '' });
		await begin(context, traveller, FIRST);
		await pickBrand(context, traveller, 'TESLA');
		const { traveller: owner } = await signInAs(context, traveller);
		expect((await sessionOf(context, owner)).accountId).not.toBeNull();
		await pickBrand(context, owner, 'AUDI');
		expect(await sessionOf(context, traveller)).toMatchObject({ make: 'AUDI', accountId: null });
	});
});
