import { begin, pickBrand } from '#lib/server/connect/journey/begin.ts';
import { checkScreen, leave, leaveUnsupported } from '#lib/server/connect/journey/leave.ts';
import { SCREENS } from '#lib/server/connect/session-data.ts';
import { authorizations, connections } from '#lib/server/db/connect-schema.ts';
import { read } from '#lib/server/db/connection.ts';
import { updateProtocol } from '#lib/server/sandbox-settings.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	answerOf,
	CALLBACK,
	connect,
	ISSUER,
	newApplication,
	newTraveller,
	sessionOf,
	signInBy
} from '../../../../support/connect.ts';
import { useDatabase } from '../../../../support/storage.ts';

useDatabase();

let clientId = '';
beforeEach(async () => {
	clientId = await newApplication();
});

describe('leave', () => {
	it.each([
		['access_denied', 'User denied access to application.'],
		[
			'user_manually_returned_to_application',
			'The user exited Connect before granting your application access'
		]
	] as const)('goes back with %s and the state', async (error, description) => {
		const { traveller } = await signInBy(clientId, { state: 'a+b==' });
		expect(Object.fromEntries(answerOf(await leave(traveller, error)))).toEqual({
			error,
			error_description: description,
			state: 'a+b=='
		});
		expect(await sessionOf(traveller)).toMatchObject({ outcome: error, authorizationId: null });
		expect(await leave(traveller, error)).toEqual({ kind: 'lost' });
	});

	it('leaves neither a connection nor an authorization behind', async () => {
		const { traveller } = await signInBy(clientId);
		await leave(traveller, 'access_denied');
		await read((db) => {
			expect(db.select().from(connections).all()).toEqual([]);
			expect(db.select().from(authorizations).all()).toEqual([]);
		});
	});

	it('changes nothing of what was granted before', async () => {
		await connect(clientId);
		const stored = () => read((db) => db.select().from(connections).all());
		const before = await stored();
		expect(before).not.toEqual([]);
		const { traveller } = await signInBy(clientId, { approval_prompt: 'force' });
		await leave(traveller, 'access_denied');
		expect(await stored()).toEqual(before);
	});

	it('names the issuer under the strict protocol', async () => {
		await updateProtocol(clientId, 'strict');
		const { traveller } = await signInBy(clientId);
		expect(answerOf(await leave(traveller, 'access_denied')).get('iss')).toBe(ISSUER);
	});

	it('ends on the last page of our own where there is nowhere to go back to', async () => {
		const { traveller } = await signInBy(clientId, { response_type: 'none' });
		expect(await leave(traveller, 'access_denied')).toEqual({ kind: 'screen', screen: 'finish' });
		const { steps } = await sessionOf(traveller);
		expect(steps.at(-1)?.screen).toBe('finish');
	});
});

describe('leaveUnsupported', () => {
	const INCOMPATIBLE = 'smartcar@vehicle-incompatible.com';
	const FAULT = {
		error: 'vehicle_incompatible',
		error_description: "The user's vehicle is not compatible."
	};

	it.each([
		[true, { ...FAULT, vin: '0SCAUDI012FE3B132', make: 'AUDI', year: '2019', model: 'e-tron' }],
		[false, FAULT]
	])('tells of the vehicle only if the owner agrees: %s', async (share, expected) => {
		const { traveller } = await signInBy(clientId, { make: 'AUDI' }, INCOMPATIBLE);
		const next = await leaveUnsupported(traveller, share);
		expect(Object.fromEntries(answerOf(next))).toEqual(expected);
	});

	it('has no vehicle to tell of where the brand is not supported', async () => {
		const traveller = await newTraveller(clientId, { make: '' });
		await begin(traveller, { country: null, language: 'en' });
		await pickBrand(traveller, '');
		expect(Object.fromEntries(answerOf(await leaveUnsupported(traveller, true)))).toEqual(FAULT);
	});

	it('never tells of a vehicle that is supported', async () => {
		const { traveller } = await signInBy(clientId);
		expect(await leaveUnsupported(traveller, true)).toEqual({ kind: 'screen', screen: 'grant' });
	});
});

describe('checkScreen', () => {
	it('shows screens that were reached', async () => {
		const { traveller } = await signInBy(clientId);
		const session = await sessionOf(traveller);
		for (const screen of ['preamble', 'login', 'grant'] as const) {
			expect(await checkScreen(traveller, session, screen)).toBeNull();
		}
	});

	it.each(SCREENS.filter((screen) => screen !== 'preamble'))(
		'tells the application of a jump to %s, and writes nothing',
		async (screen) => {
			const traveller = await newTraveller(clientId, { state: 's' });
			const next = await checkScreen(traveller, await sessionOf(traveller), screen);
			expect(next).toEqual({
				kind: 'redirect',
				location: `${CALLBACK}?error=configuration_error&error_description=Connect%20was%20used%20in%20a%20way%20that%20it%20does%20not%20allow.&state=s&status_code=400&error_message=The%20${screen}%20screen%20was%20opened%20before%20the%20screens%20that%20lead%20to%20it.`
			});
			expect(await sessionOf(traveller)).toMatchObject({ outcome: null, endedAt: null });
		}
	);

	it('leads back to where the owner stands where there is no application to tell', async () => {
		const traveller = await newTraveller(clientId, { response_type: 'none' });
		expect(await checkScreen(traveller, await sessionOf(traveller), 'grant')).toEqual({
			kind: 'screen',
			screen: 'preamble'
		});
	});
});
