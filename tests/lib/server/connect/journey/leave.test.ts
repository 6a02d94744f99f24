import { SCREENS } from '#lib/connect/session-data.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { begin, pickBrand } from '#lib/server/connect/journey/begin.ts';
import { checkScreen, leave, leaveUnsupported } from '#lib/server/connect/journey/leave.ts';
import type { Context } from '#lib/server/context.ts';
import { authorizations, connections } from '#lib/server/db/connect-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	answerOf,
	CALLBACK,
	connect,
	ISSUER,
	withApplication,
	newTraveller,
	sessionOf,
	signInBy
} from '../../../../support/connect.ts';
import { seen } from '../../../../support/worded.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
beforeEach(async () => ({ context, clientId } = await withApplication(storage)));

describe('leave', () => {
	it.each([
		['access_denied', 'User denied access to application.'],
		[
			'user_manually_returned_to_application',
			'The user exited Connect before granting your application access'
		]
	] as const)('goes back with %s and the state', async (error, description) => {
		const { traveller } = await signInBy(context, clientId, { state: 'a+b==' });
		expect(Object.fromEntries(answerOf(await leave(context, traveller, error)))).toEqual({
			error,
			error_description: description,
			state: 'a+b=='
		});
		expect(await sessionOf(context, traveller)).toMatchObject({
			outcome: error,
			authorizationId: null
		});
		expect(await leave(context, traveller, error)).toEqual({ kind: 'lost' });
	});

	it('leaves neither a connection nor an authorization behind', async () => {
		const { traveller } = await signInBy(context, clientId);
		await leave(context, traveller, 'access_denied');
		await context.read(async ({ db }) => {
			expect(await db.select().from(connections)).toEqual([]);
			expect(await db.select().from(authorizations)).toEqual([]);
		});
	});

	it('changes nothing of what was granted before', async () => {
		await connect(context, clientId);
		const stored = () => context.read(async ({ db }) => db.select().from(connections));
		const before = await stored();
		expect(before).not.toEqual([]);
		const { traveller } = await signInBy(context, clientId, { approval_prompt: 'force' });
		await leave(context, traveller, 'access_denied');
		expect(await stored()).toEqual(before);
	});

	it('names the issuer under the strict protocol', async () => {
		await updateProtocol(context, clientId, 'strict');
		const { traveller } = await signInBy(context, clientId);
		expect(answerOf(await leave(context, traveller, 'access_denied')).get('iss')).toBe(ISSUER);
	});

	it('ends on the last page of our own where there is nowhere to go back to', async () => {
		const { traveller } = await signInBy(context, clientId, { response_type: 'none' });
		expect(await leave(context, traveller, 'access_denied')).toEqual({
			kind: 'screen',
			screen: 'finish'
		});
		const { steps } = await sessionOf(context, traveller);
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
		const { traveller } = await signInBy(context, clientId, { make: 'AUDI' }, INCOMPATIBLE);
		const next = await leaveUnsupported(context, traveller, share);
		expect(Object.fromEntries(answerOf(next))).toEqual(expected);
	});

	it('has no vehicle to tell of where the brand is not supported', async () => {
		const traveller = await newTraveller(context, clientId, { make: '' });
		await begin(context, traveller, { country: null, language: 'en' });
		await pickBrand(context, traveller, '');
		expect(Object.fromEntries(answerOf(await leaveUnsupported(context, traveller, true)))).toEqual(
			FAULT
		);
	});

	it('never tells of a vehicle that is supported', async () => {
		const { traveller } = await signInBy(context, clientId);
		expect(await leaveUnsupported(context, traveller, true)).toEqual({
			kind: 'screen',
			screen: 'grant'
		});
	});
});

describe('checkScreen', () => {
	it('shows screens that were reached', async () => {
		const { traveller } = await signInBy(context, clientId);
		const session = await sessionOf(context, traveller);
		for (const screen of ['preamble', 'login', 'grant'] as const) {
			expect(await checkScreen(context, traveller, session, screen)).toBeNull();
		}
	});

	it.each(SCREENS.filter((screen) => screen !== 'preamble'))(
		'tells the application of a jump to %s, and writes nothing',
		async (screen) => {
			const traveller = await newTraveller(context, clientId, { state: 's' });
			const next = await checkScreen(
				context,
				traveller,
				await sessionOf(context, traveller),
				screen
			);
			expect(next && seen(next)).toEqual({
				kind: 'redirect',
				location: `${CALLBACK}?error=configuration_error&error_description=Connect%20was%20used%20in%20a%20way%20that%20it%20does%20not%20allow.&state=s&status_code=400&error_message=The%20${screen}%20screen%20was%20opened%20before%20the%20screens%20that%20lead%20to%20it.`
			});
			expect(await sessionOf(context, traveller)).toMatchObject({ outcome: null, endedAt: null });
		}
	);

	it('leads back to where the owner stands where there is no application to tell', async () => {
		const traveller = await newTraveller(context, clientId, { response_type: 'none' });
		expect(
			await checkScreen(context, traveller, await sessionOf(context, traveller), 'grant')
		).toEqual({
			kind: 'screen',
			screen: 'preamble'
		});
	});
});
