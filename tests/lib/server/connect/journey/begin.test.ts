import { begin, pickBrand } from '#lib/server/connect/journey/begin.ts';
import { listConnections } from '#lib/server/connections.ts';
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
import { useDatabase } from '../../../../support/storage.ts';

useDatabase();

const FIRST = { country: 'DE', language: 'de' };
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication();
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
		const traveller = await newTraveller(clientId, parameters);
		expect(await begin(traveller, FIRST)).toEqual({ kind: 'screen', screen });
		const session = await sessionOf(traveller);
		expect(session).toMatchObject({ make, country: 'DE', language: 'de' });
		expect(session.steps.map((step) => step.screen)).toEqual(['preamble', screen]);
	});

	it('goes straight to the sign-in of the vehicle to sign in for again', async () => {
		await connect(clientId, { make: 'TESLA' });
		const [connection] = await listConnections(clientId);
		const opened = await open(
			queryOf(clientId, { response_type: connection?.vehicle.id ?? '', make: '', scope: '' })
		);
		const traveller = {
			id: opened.kind === 'session' ? opened.id : '',
			browser: BROWSER,
			signIn: undefined,
			issuer: ISSUER
		};
		expect(await begin(traveller, FIRST)).toEqual({ kind: 'screen', screen: 'login' });
		expect(await sessionOf(traveller)).toMatchObject({ make: 'TESLA' });
	});

	it('is lost in another browser, and without one', async () => {
		const traveller = await newTraveller(clientId);
		for (const browser of ['another', undefined]) {
			expect(await begin({ ...traveller, browser }, FIRST)).toEqual({ kind: 'lost' });
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
		const traveller = await newTraveller(clientId, { make: '' });
		await begin(traveller, FIRST);
		expect(await pickBrand(traveller, key)).toEqual({ kind: 'screen', screen });
		expect(await sessionOf(traveller)).toMatchObject({ make });
	});

	it('does not change the brand that the link names, nor comes before the first screen', async () => {
		const named = await newTraveller(clientId, { make: 'TESLA' });
		await begin(named, FIRST);
		expect(await pickBrand(named, 'AUDI')).toEqual({ kind: 'screen', screen: 'login' });
		expect(await sessionOf(named)).toMatchObject({ make: 'TESLA' });
		const early = await newTraveller(clientId, { make: '' });
		expect(await pickBrand(early, 'AUDI')).toEqual({ kind: 'screen', screen: 'preamble' });
		expect(await sessionOf(early)).toMatchObject({ make: null });
	});

	it('forgets the account that was signed in to before', async () => {
		const traveller = await newTraveller(clientId, { make: '' });
		await begin(traveller, FIRST);
		await pickBrand(traveller, 'TESLA');
		const { traveller: owner } = await signInAs(traveller);
		expect((await sessionOf(owner)).ownerId).not.toBeNull();
		await pickBrand(owner, 'AUDI');
		expect(await sessionOf(traveller)).toMatchObject({ make: 'AUDI', ownerId: null });
	});
});
