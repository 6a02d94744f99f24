import type { APIRequestContext } from '@playwright/test';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import smartcar from 'smartcar';
import { z } from 'zod';
import file from '../vectors/sdk-requests.json' with { type: 'json' };
import { connectApp, pointSdkAt, type ConnectedApp } from './support/connected-app.ts';
import { makeManagementToken } from './support/management-token.ts';
import { expect, test } from './support/test.ts';

/** What has to come of a request: keys of the body, or what the refusal is called. */
const Stated = z.strictObject({
	status: z.int(),
	told: z.union([z.array(z.string()), z.literal('list')]).optional(),
	type: z.string().optional(),
	error: z.string().optional()
});
const Sent = z.strictObject({
	method: z.string(),
	url: z.string(),
	headers: z.strictObject({
		'content-type': z.string(),
		authorization: z.string(),
		'sc-unit-system': z.string().exactOptional()
	}),
	body: z.string().optional(),
	answer: Stated
});
type Sent = z.infer<typeof Sent>;

/** What the SDK was seen to send, call by call. */
const vectors = z
	.object({
		sends: z.record(z.string(), z.string()),
		records: z.array(
			z.strictObject({
				label: z.string(),
				/** By itself, and sends nothing. */
				throws: z.string().optional(),
				given: z.string().optional(),
				requests: z.array(Sent)
			})
		)
	})
	.parse(file);
type Recorded = (typeof vectors.records)[number];

/** Where the recorded app had owners come back to. */
const redirectUri = 'https://example.com/home?x=1';
const VIN = '5YJXCDE22HF068739';
/** Who the recorded app said that it is, and to be a manager of connections. */
const [CLIENT, MANAGER] = ['Basic Q0lEOkNTRUM=', 'Basic ZGVmYXVsdDpBTVQ='];
/** What stands in place of a code that is good. */
const CODES = /^(?:CODE.*|C)$/;

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

/** A Tesla that can do and tell everything, and its app. */
async function recordedApp(request: APIRequestContext, { given }: Recorded): Promise<ConnectedApp> {
	const scope = given === 'nothing granted but control_pin' ? ['control_pin'] : PERMISSION_NAMES;
	const wanted = { make: 'TESLA', scope, profile: 'simulated-phev', redirectUri };
	const app = await connectApp(request, wanted);
	const happen = async (data: object) => {
		const path = `/sandbox/api/vehicles/${app.simulated}/events`;
		expect((await request.post(path, { data })).status()).toBe(200);
	};
	if (given === undefined || !given.startsWith('charging')) return app;
	await happen({ event: 'plug-in', kind: 'AC' });
	if (given === 'charging stopped') await happen({ event: 'stop-charge' });
	return app;
}

const basic = (user: string, password: string) => `Basic ${btoa(`${user}:${password}`)}`;

test('as many requests are recorded as the SDK was seen to make', () => {
	expect(vectors.records).toHaveLength(51);
	expect(vectors.records.filter(({ requests }) => requests.length === 0)).toHaveLength(2);
});

for (const record of vectors.records.filter(({ requests }) => requests.length > 0)) {
	test(`answers what the SDK sends: ${record.label}`, async ({ request, baseURL }) => {
		const origin = baseURL ?? '';
		const app = await recordedApp(request, record);
		const authorization = async (recorded: string) => {
			if (record.given === 'an unknown token') return recorded;
			if (recorded === CLIENT) return basic(app.clientId, app.clientSecret);
			if (recorded !== MANAGER) return `Bearer ${app.accessToken}`;
			return basic('default', await makeManagementToken(request, app.clientId, origin));
		};
		const another = async () => {
			const data = { clientId: app.clientId, redirectUri };
			const answer = await request.post('/sandbox/api/authorize', { data });
			return String((await answer.json()).code);
		};
		const bodyOf = async ({ body, headers }: Sent) => {
			if (!headers['content-type'].includes('form') || body === undefined) return body;
			const form = new URLSearchParams(body);
			if (CODES.test(form.get('code') ?? '')) form.set('code', await another());
			if (form.has('refresh_token')) form.set('refresh_token', app.refreshToken);
			return form.toString();
		};
		for (const sent of record.requests) {
			const path = sent.url
				.replace(/(?<=\/)VID|(?<=vehicle_id=)V$/, app.vehicleId)
				.replace(/(?<=vin=)VIN$/, VIN);
			const body = await bodyOf(sent);
			const answer = await fetch(`${origin}${path}`, {
				method: sent.method,
				headers: {
					...vectors.sends,
					...sent.headers,
					authorization: await authorization(sent.headers.authorization)
				},
				...(body !== undefined && { body })
			});
			const text = await answer.text();
			expect(answer.status, text).toBe(sent.answer.status);
			if (sent.answer.status !== 404) check(sent, answer, JSON.parse(text));
		}
	});
}

/** Holds an answer against what is stated beside its request. */
function check({ url, answer: { told, type, error } }: Sent, { headers }: Response, body: unknown) {
	expect(headers.get('content-type')).toMatch(/^application\/json/);
	if (!url.startsWith('/oauth')) expect(headers.get('sc-request-id')).toHaveLength(36);
	if (told === 'list') expect(Array.isArray(body)).toBe(true);
	else if (told !== undefined) expect(Object.keys(Object(body)).sort()).toEqual([...told].sort());
	if (url.endsWith('/batch')) {
		// Without headers on each, the SDK throws while it reads the answer.
		const headersOfItem = { 'content-type': expect.stringMatching(/json/) };
		for (const item of itemsOf(body)) expect(item).toMatchObject({ headers: headersOfItem });
	}
	if (error !== undefined) expect(body).toMatchObject({ error });
	if (type === undefined) return;
	const refusal = { type, statusCode: expect.any(Number) };
	expect(body).toMatchObject(url.startsWith('/v3') ? { errors: [{ type }] } : refusal);
}

function itemsOf(body: unknown): readonly unknown[] {
	const items: unknown = Object(body).responses;
	return Array.isArray(items) ? items : [];
}

test('what the SDK refuses by itself is not asked', async () => {
	const said = new Map(vectors.records.map(({ label, throws }) => [label, throws]));
	const asks: Readonly<Record<string, () => Promise<unknown>>> = {
		'deleteConnections with both: throws before any request': () =>
			smartcar.deleteConnections('amt', { userId: 'U', vehicleId: 'V' }),
		'Vehicle.sendDestination out of range: throws before any request': () =>
			new smartcar.Vehicle('VID', 'AT').sendDestination(91, 0)
	};
	for (const [label, ask] of Object.entries(asks)) {
		await expect(Promise.resolve(null).then(ask), label).rejects.toThrow(
			said.get(label) ?? 'nothing'
		);
	}
});
