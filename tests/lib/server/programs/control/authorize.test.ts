import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { pageOfConnections } from '#lib/server/connect/connection-list/page.ts';
import { leaveUnsupported } from '#lib/server/connect/journey/leave.ts';
import { listSessions } from '#lib/server/connect/session-list.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	answerOf,
	CALLBACK,
	newApplication,
	newSecret,
	publishItems,
	signInBy
} from '../../../../support/connect.ts';
import { control } from '../../../../support/control.ts';
import { useStorage } from '../../../../support/storage.ts';
import { exchange, ISSUER, type Answer } from '../../../../support/tokens.ts';

const storage = useStorage();
const SCOPE = 'required:read_odometer read_battery';
const UUID = /^[0-9a-f-]{36}$/;
let clientId: string;

beforeEach(async () => {
	clientId = await newApplication(storage.context);
});

const authorize = (body: object = {}) =>
	control(storage.context, 'authorize', { clientId, scope: SCOPE, ...body });

const login = (username: string, make = 'CHEVROLET') => ({ login: { make, username } });

/** The query of the redirect that an answer names. */
function redirectOf({ body }: Answer): Record<string, string> {
	return Object.fromEntries(new URL(String(body.redirect)).searchParams);
}

const sessions = async () =>
	(await listSessions(storage.context, clientId, { page: 1 })).sessions.map((session) => ({
		...session,
		id: ''
	}));

const connections = async () => {
	const wanted = { page: 1, asked: null, onlyLacking: false };
	return (await pageOfConnections(storage.context, clientId, wanted)).connections;
};

describe('POST /sandbox/api/authorize', () => {
	it('answers with the code, the redirect that carries it, and the owner', async () => {
		const answer = await authorize({ state: 'a b+c' });
		const { status, body, headers } = answer;
		expect(status).toBe(200);
		expect(Object.keys(body)).toEqual(['code', 'redirect', 'userId']);
		expect(body.code).toMatch(UUID);
		expect(String(body.redirect).startsWith(`${CALLBACK}?`)).toBe(true);
		expect(redirectOf(answer)).toEqual({ code: body.code, state: 'a b+c', user_id: body.userId });
		expect(headers.get('sc-request-id')).toMatch(UUID);
		expect(headers.get('cache-control')).toBe('no-store');
	});

	it('gives a code that the token endpoint takes, once', async () => {
		const { body } = await authorize();
		const client = { clientId, secret: await newSecret(storage.context, clientId) };
		expect((await exchange(storage.context, client, String(body.code))).status).toBe(200);
		expect((await exchange(storage.context, client, String(body.code))).status).toBe(400);
	});

	it('connects every vehicle of the login, and what is granted of what is asked', async () => {
		await authorize({ ...login('3-vehicles@smartcar.com', 'tesla'), refuse: ['read_battery'] });
		const connected = await connections();
		expect(connected.map(({ vehicle }) => vehicle.make)).toEqual(['Tesla', 'Tesla', 'Tesla']);
		expect(connected.map(({ granted }) => granted)).toEqual(Array(3).fill(['read_odometer']));
	});

	it('asks for the published version where no scope is named', async () => {
		await publishItems(storage.context, clientId, 'odometer-traveleddistance!');
		expect((await control(storage.context, 'authorize', { clientId })).status).toBe(200);
		expect((await sessions())[0]).toMatchObject({
			scope: 'required:read_odometer',
			end: 'granted'
		});
	});

	it('takes any of the registered redirect URIs, and says who issued by the strict rules', async () => {
		const other = 'https://example.com/callback?app=1';
		clientId = await newApplication(storage.context, 'Two', [CALLBACK, other]);
		await updateProtocol(storage.context, clientId, 'strict');
		const answer = await authorize({ redirectUri: other });
		expect(String(answer.body.redirect).startsWith(`${other}&code=`)).toBe(true);
		expect(redirectOf(answer)).toMatchObject({ iss: storage.context.settings.origin });
	});

	it('asks again who refuses something that they agreed to before', async () => {
		await authorize();
		const again = await authorize({ refuse: ['read_battery'] });
		expect(again.status).toBe(200);
		expect((await connections())[0]?.granted).toEqual(['read_odometer']);
	});
});

describe('an owner who goes by a script', () => {
	/** The same way by the steps of the pages. */
	async function byPages(username: string): Promise<Record<string, string>> {
		const link = { make: '', scope: SCOPE };
		const { traveller, next } = await signInBy(storage.context, clientId, link, username);
		if (next.kind !== 'screen') return Object.fromEntries(answerOf(next));
		const last =
			next.screen === 'unsupported'
				? await leaveUnsupported(storage.context, traveller, false)
				: await allow(storage.context, traveller);
		return Object.fromEntries(answerOf(last));
	}

	it.each([
		['smartcar@successful-request.com', 200, undefined],
		['anna@example.com', 200, undefined],
		['5-vehicles@smartcar.com', 200, undefined],
		['VEHICLE_STATE.UNKNOWN@smartcar.com', 200, undefined],
		['0-vehicles@smartcar.com', 400, 'no_vehicles'],
		['smartcar@invalid-subscription.com', 400, 'invalid_subscription'],
		['smartcar@vehicle-incompatible.com', 400, 'vehicle_incompatible'],
		['server-error@smartcar.com', 400, 'server_error']
	])('ends as one who goes by pages: %s', async (username, status, error) => {
		const [script, pages] = [await authorize(login(username)), await byPages(username)];
		expect(script.status).toBe(status);
		expect(script.body.error).toBe(error);
		expect(script.body.error_description).toBe(pages.error_description);
		expect({ ...redirectOf(script), code: '' }).toEqual({ ...pages, code: '' });
		const [second, first] = await sessions();
		// Who was asked once is not asked again.
		expect({ ...second, steps: [] }).toEqual({ ...first, steps: [] });
		if (error !== undefined) expect(second?.steps).toEqual(first?.steps);
		expect(first?.steps.map(({ screen }) => screen).slice(0, 3)).toEqual([
			'preamble',
			'brand',
			'login'
		]);
	});

	it.each([[['read_odometer']], [['read_battery', 'read_odometer']]])(
		'denies where the screen leaves nothing else: %j',
		async (refuse) => {
			const answer = await authorize({ refuse, state: 's' });
			expect(answer.status).toBe(400);
			expect(answer.body).toEqual({
				error: 'access_denied',
				error_description: 'User denied access to application.',
				redirect: answer.body.redirect,
				requestId: answer.headers.get('sc-request-id')
			});
			expect(redirectOf(answer)).toMatchObject({ error: 'access_denied', state: 's' });
			expect(await connections()).toEqual([]);
		}
	);
});

describe('a link that is refused', () => {
	it('is told what its redirect carries', async () => {
		const answer = await authorize({ scope: 'required:', state: 's' });
		expect(answer.status).toBe(400);
		expect(answer.body.error).toBe('invalid_scope');
		expect(redirectOf(answer)).toEqual({
			error: 'invalid_scope',
			error_description: answer.body.error_description,
			state: 's'
		});
		expect(await sessions()).toEqual([]);
	});

	it.each([
		[{ clientId: ISSUER }, /^Invalid parameter client_id/],
		[{ clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07' }, /No application here has the client id/],
		[{ redirectUri: 'https://example.com/' }, /^Unauthorized redirect_uri\. The redirect URI/],
		[{ scope: 'read_nothing' }, /^Application not authorized to request permission/],
		[{ state: 's'.repeat(9000) }, /^The link is longer than \d+ characters\. Shorten it/]
	])('goes nowhere where Connect shows a page: %j', async (body, description) => {
		const { status, body: told } = await authorize(body);
		expect(status).toBe(400);
		expect(told).toMatchObject({ error: 'invalid_request', redirect: null });
		expect(told.error_description).toMatch(description);
		expect(await sessions()).toEqual([]);
	});
});

describe('a request that cannot be read', () => {
	it.each([
		[{ clientId: undefined }, 'clientId', 'Write the application’s client id, like'],
		[{ clientid: 'x' }, '', '“clientid” is no key here; did you mean “clientId”?'],
		[{ colour: 'red' }, '', '“colour” is no key here; remove it.'],
		[{ scope: 1 }, 'scope', 'Write permissions separated by a space, or leave it out.'],
		[{ redirectUri: null }, 'redirectUri', 'Write one of the registered redirect URIs'],
		[{ mode: 'live' }, 'mode', 'Write simulated, or leave it out; there is no other here.'],
		[{ login: { make: 'TESLA' } }, 'login.username', 'Write the name that the owner signs in'],
		[login(' '), 'login.username', 'Write the name that the owner signs in with.'],
		[login('\u202E\u200B'), 'login.username', 'Write the name that the owner signs in with.'],
		[login('x'.repeat(255)), 'login.username', 'A user name has at most 254 characters.'],
		[login('a', 'Telsa'), 'login.make', 'No brand is called so; did you mean TESLA?'],
		[{ refuse: 'read_vin' }, 'refuse', 'Write a list of permissions, e.g. ["read_location"].'],
		[{ refuse: ['read_batery'] }, 'refuse[0]', 'No permission is called so; did you mean read_b']
	])('is told which field is wrong: %j', async (wrong, path, message) => {
		const { status, body } = await authorize(wrong);
		expect(status).toBe(400);
		const problems = [{ path, message: expect.stringContaining(message) }];
		expect(body).toMatchObject({ error: 'invalid_request', problems });
		const start = path === '' ? message : `${path}: ${message}`;
		expect(body.error_description).toContain(start);
		expect(body).not.toHaveProperty('redirect');
	});

	it('is told that it is no object', async () => {
		const { body } = await control(storage.context, 'authorize', []);
		expect(body.error_description).toBe('Write an object with the client id of the application.');
	});
});
