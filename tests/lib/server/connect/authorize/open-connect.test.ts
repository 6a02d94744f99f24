import { MAX_QUERY_LENGTH } from '#lib/connect/authorize/read-query.ts';
import { deleteApplication } from '#lib/server/applications/applications.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { openConnect } from '#lib/server/connect/authorize/open-connect.ts';
import type { Context } from '#lib/server/context.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	BROWSER,
	CALLBACK,
	ISSUER,
	newApplication,
	withApplication,
	open,
	publishItems,
	queryOf,
	requestIn,
	type Parameters
} from '../../../../support/connect.ts';
import { seen } from '../../../../support/worded.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
beforeEach(async () => ({ context, clientId } = await withApplication(storage)));

const openWith = async (parameters: Parameters) =>
	seen(await open(context, queryOf(clientId, parameters)));
const sessionsStored = () => context.read(({ db }) => db.$count(connectSessions));

const requestOf = (parameters: Parameters) => requestIn(context, queryOf(clientId, parameters));

describe('openConnect', () => {
	it('keeps what the link asks for', async () => {
		expect(
			await requestOf({
				scope: 'required:read_vin read_fuel',
				redirect_uri: CALLBACK,
				state: 'a+b/c==',
				approval_prompt: 'force',
				single_select: 'true',
				single_select_vin: '5yjsa1e14ff101307',
				flags: 'country:DE',
				user: 'u-1',
				external_id: 'customer-42',
				code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
				code_challenge_method: 'S256',
				valetkey_refuse: 'read_fuel nonsense'
			})
		).toEqual({
			responseType: 'code',
			redirectUri: CALLBACK,
			redirectUriSent: true,
			state: 'a+b/c==',
			asked: [
				{ name: 'read_fuel', required: false },
				{ name: 'read_vin', required: true }
			],
			version: null,
			approvalPrompt: 'force',
			mode: 'simulated',
			make: 'CHEVROLET',
			singleSelect: true,
			singleSelectVin: '5YJSA1E14FF101307',
			country: 'DE',
			user: 'u-1',
			externalId: 'customer-42',
			vehicleId: null,
			appOrigin: null,
			codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
			refuse: ['read_fuel']
		});
	});

	it.each([
		['simulated', 'simulated'],
		['test', 'simulated'],
		['live', 'live'],
		['', 'live']
	])('reads mode=%s as %s', async (mode, expected) => {
		expect(await requestOf({ mode })).toMatchObject({ mode: expected });
	});

	it('asks for the version that is published where the link names no scope', async () => {
		await publishItems(
			context,
			clientId,
			'tractionbattery-stateofcharge!',
			'odometer-traveleddistance'
		);
		await publishItems(context, clientId, 'odometer-traveleddistance!');
		expect(await requestOf({ scope: '' })).toMatchObject({
			asked: [{ name: 'read_odometer', required: true }],
			version: 2
		});
		expect(await requestOf({ scope: 'read_vin' })).toMatchObject({
			asked: [{ name: 'read_vin', required: false }],
			version: null
		});
	});

	it.each([{}, { user: '' }])('says what to do where nothing is asked for', async (parameters) => {
		const opened = await openWith({ scope: '', state: 'x', ...parameters });
		if (opened.kind !== 'redirect') throw new Error(opened.kind);
		expect(Object.fromEntries(new URL(opened.location).searchParams)).toEqual({
			error: 'invalid_scope',
			error_description:
				'The link names no scope, and no Vehicle Access is published for the application. Publish a version, or add a scope to the link.',
			state: 'x'
		});
	});

	it('shows client faults, then those of the redirect URI, on a page; all else goes back', async () => {
		const wrong = { redirect_uri: 'https://evil.example/', response_type: 'token', scope: 'x' };
		const noClient = seen(await open(context, queryOf('nobody', wrong)));
		expect(noClient).toMatchObject({
			kind: 'page',
			refusal: { message: '400: Invalid parameter client_id: nobody.' }
		});
		expect(await openWith(wrong)).toMatchObject({
			kind: 'page',
			refusal: { message: '400: Unauthorized redirect_uri' }
		});
		expect(await openWith({ ...wrong, redirect_uri: CALLBACK, state: 'x' })).toEqual({
			kind: 'redirect',
			location: `${CALLBACK}?error=unsupported_response_type&error_description=Send%20response_type%3Dcode%2C%20or%20none%20for%20machine%20credentials.&state=x`
		});
		expect(await sessionsStored()).toBe(0);
	});

	it('names the issuer on errors too, under the strict protocol', async () => {
		await updateProtocol(context, clientId, 'strict');
		const opened = await openWith({ scope: 'read_wings' });
		expect(opened.kind === 'redirect' && opened.location).toMatch(
			new RegExp(`^${CALLBACK}\\?error=invalid_scope&.+&iss=${ISSUER}$`)
		);
	});

	it('shows faults on a page where there is nowhere to go back to', async () => {
		const opened = await openWith({ response_type: 'none', approval_prompt: 'always' });
		expect(opened).toEqual({
			kind: 'page',
			refusal: {
				message: '400: invalid_request',
				advice: 'approval_prompt: “always” is not accepted; write “auto” or “force”.'
			}
		});
	});

	it.each([
		[MAX_QUERY_LENGTH, 'redirect'],
		[MAX_QUERY_LENGTH + 1, 'page']
	])('of %d characters, a link ends in a %s', async (length, kind) => {
		const query = queryOf(clientId, { state: 's' });
		const opened = seen(await open(context, query + 's'.repeat(length - query.length)));
		expect(opened.kind).toBe(kind);
		if (opened.kind !== 'page') return;
		expect(opened.refusal).toEqual({
			message: '400: The link is longer than 8192 characters',
			advice: 'Shorten it, for example by keeping state in your app and sending a short id.'
		});
	});

	it('refuses a link of an application that was deleted', async () => {
		await deleteApplication(context, clientId, 'Charge Planner');
		expect(await openWith({})).toMatchObject({ kind: 'page' });
	});

	it('refuses it also where it is deleted while the link is opened', async () => {
		const deleting: Context = {
			...context,
			async read(work) {
				const result = await context.read(work);
				await deleteApplication(context, clientId, 'Charge Planner');
				return result;
			}
		};
		expect(await open(deleting, queryOf(clientId))).toMatchObject({ kind: 'page' });
		expect(await sessionsStored()).toBe(0);
	});

	it('shows nobody but the developer what is registered', async () => {
		const search = queryOf(clientId, { redirect_uri: 'https://evil.example/' });
		const visit = { browser: BROWSER, issuer: ISSUER, developer: false };
		const opened = seen(await openConnect(context, 'authorize', search, visit));
		expect(opened.kind === 'page' && opened.refusal).not.toHaveProperty('redirectUri');
	});
});

it('begins no session for who asked for the head of the answer alone', async () => {
	const clientId = await newApplication(context);
	const visit = { browser: null, issuer: ISSUER, developer: true };
	expect(await openConnect(context, 'authorize', queryOf(clientId), visit)).toEqual({
		kind: 'head'
	});
	expect(await context.read(async ({ db }) => db.select().from(connectSessions))).toEqual([]);
});
