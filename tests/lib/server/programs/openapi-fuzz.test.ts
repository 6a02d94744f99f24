import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import type { Context } from '#lib/server/context.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiFile, apiRequests, faultOf, type ApiRequest } from '../../../support/api-fuzz.ts';
import { seeded } from '../../../support/fuzz-requests.ts';
import { JsonSampler } from '../../../support/json-samples.ts';
import { START, useStorage } from '../../../support/storage.ts';
import { newV3Client, type V3Client } from '../../../support/v3.ts';

const storage = useStorage();

/** More of them find more, and take longer. */
const { FUZZ_ROUNDS = '3', FUZZ_REQUESTS = '150', FUZZ_SEED = '1' } = process.env;
const [ROUNDS, REQUESTS] = [Number(FUZZ_ROUNDS), Number(FUZZ_REQUESTS)];

const ADDRESS = '192.0.2.7';
const NOBODY = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const MAKES = ['TESLA', 'CHEVROLET', 'SUBARU', 'BMW', 'KIA', 'FORD', 'TOYOTA'];
/** After these, most that is asked would be refused. */
const ENDS = /^DELETE .*\/(?:users|connections|application|api\/vehicles)/;

async function readFile(context: Context, name: string): Promise<ApiFile> {
	const answer = await askFromWithin(context, ADDRESS, `/openapi/${name}.json`, {});
	return ApiFile.parse(await answer.json());
}

async function readFiles(): Promise<readonly ApiFile[]> {
	const names = ['vehicle-v3', 'vehicle-v2', 'management', 'control'];
	return Promise.all(names.map((name) => readFile(at(0), name)));
}

/** Some time passes from request to request, so that what is set is told. */
function at(sent: number): Context {
	const context = storage.at(START + sent * 15_000);
	return { ...context, settings: { ...context.settings, rateLimits: false } };
}

const often = (...texts: readonly string[]) => Array.from({ length: 6 }, () => texts).flat();
const BAD = ['Bearer', 'Bearer x', `Basic ${btoa('a:b')}`, '', 'Bearer test-data-token'];

const known = (own: V3Client, other: V3Client) => ({
	authorization: [...often(`Bearer ${own.machine}`, `Bearer ${own.user}`), ...BAD],
	'authorization /v2.0': [...often(`Bearer ${own.user}`), `Bearer ${other.user}`, ...BAD],
	vehicleId: [...often(own.vehicleIds[0] ?? ''), ...other.vehicleIds, NOBODY, 'x', '%ff', '\0'],
	'sc-user-id': [...often(own.userId), other.userId, NOBODY, 'x'],
	'sc-unit-system': ['metric', 'imperial', 'Imperial', 'x'],
	code: Object.keys(SIGNALS),
	make: ['tesla', 'chevrolet', 'simulated', 'x'],
	'page[size]': ['1', '0', '-1', '100', '101', '1e2', '9'.repeat(30)],
	'page[number]': ['1', '2', '0', '1000000', '1000001'],
	scope: ['read_vin read_odometer', 'required:read_vin', 'x']
});

async function send(context: Context, { method, path, headers, body }: ApiRequest) {
	const init = { method, headers, ...(body !== null && { body }) };
	const response = await askFromWithin(context, ADDRESS, path, init);
	return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Has a vehicle tell what nobody would expect of it, as far as that is allowed. */
async function setByHand(context: Context, vehicleId: string, random: () => number) {
	const sampler = new JsonSampler(random, 0.02);
	const [code, { schema }] = sampler.pick(Object.entries(SIGNALS));
	const body = JSON.stringify({ set: { [code]: sampler.sample(z.toJSONSchema(schema)) } });
	const headers = { 'content-type': 'application/json' };
	const path = `/sandbox/api/vehicles/${vehicleId}/events`;
	const { status } = await askFromWithin(context, ADDRESS, path, { method: 'POST', headers, body });
	return status < 500 ? null : `${status} ${body}`;
}

it(
	'whatever is asked, an answer is what the file of its API says',
	{ timeout: 600_000 },
	async () => {
		const apis = await readFiles();
		const random = seeded(Number(FUZZ_SEED));
		const statuses = new Map<number, number>();
		const faults: string[] = [];
		for (let round = 0; round < ROUNDS; round += 1) {
			const context = at(round * REQUESTS);
			const make = MAKES[round % MAKES.length];
			const scope = PERMISSION_NAMES.join(' ');
			const own = await newV3Client(context, { scope, make, username: `${round}@example.com` });
			const username = `other-${round}@example.com`;
			const other = await newV3Client(context, { scope: 'read_vin', username });
			const requests = apiRequests(apis, known(own, other), random);
			for (let sent = 0; sent < REQUESTS; sent += 1) {
				const now = at(round * REQUESTS + sent);
				if (random() < 0.15) {
					const fault = await setByHand(now, own.vehicleIds[0] ?? '', random);
					if (fault) faults.push(fault);
				}
				const { value: request } = requests.next();
				// Tokens would be out of time.
				if (/reset|advance/.test(request.body ?? '')) continue;
				if (ENDS.test(`${request.method} ${request.template}`) && random() < 0.95) continue;
				const answer = await send(now, request);
				statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
				const fault = faultOf(request, answer);
				if (fault) faults.push(`${fault} ${asText(request)} → ${answer.status} ${answer.text}`);
			}
		}
		expect(faults).toEqual([]);
		// Most kinds of answers have to come.
		for (const status of [200, 400, 401, 403, 404, 501]) {
			expect([status, statuses.get(status) ?? 0]).toEqual([status, expect.toSatisfy(isSome)]);
		}
	}
);

const asText = ({ method, path, headers, body }: ApiRequest) =>
	JSON.stringify({ method, path, headers, body });

const isSome = (count: number) => count > 0;

describe('faultOf', () => {
	it.each([
		[200, { 'content-type': 'application/json' }, '{"id":"x","more":1}', /^Not as described/],
		[200, { 'content-type': 'text/html' }, '{"id":"x"}', /^No JSON/],
		[200, { 'content-type': 'application/json', 'sc-request-id': '' }, '{}', /^No request id/],
		[200, {}, '<!doctype html>', /^HTML/],
		[200, {}, '{"stack":"Error\\n    at run (x.ts:1:1)"}', /^HTML or a stack/],
		[500, {}, '{}', /^A fault/],
		[418, {}, '{}', /^A status that is not described/]
	])('sees what is wrong with %i %j %s', async (status, headers, text, fault) => {
		const [, v2] = await readFiles();
		if (!v2) throw new TypeError('There is no file');
		const request = {
			api: v2,
			template: '/user',
			method: 'GET',
			path: '',
			headers: {},
			body: null
		};
		const all = new Headers({ 'sc-request-id': NOBODY, ...headers });
		expect(faultOf(request, { status, headers: all, text })).toMatch(fault);
	});
});
