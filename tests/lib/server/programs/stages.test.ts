import type { Context } from '#lib/server/context.ts';
import { HANG_UP, type Answer } from '#lib/server/programs/answer.ts';
import { createProgramsListener } from '#lib/server/programs/listener.ts';
import { Refused, type Fault } from '#lib/server/programs/endpoint.ts';
import type { Stages } from '#lib/server/programs/pipeline.ts';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnectedClient } from '../../../support/codes.ts';
import { portOf } from '../../../support/raw-connection.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();
let server: Server | null = null;
afterEach(() => void server?.closeAllConnections());
afterEach(() => void server?.close());

/** Serves programs with these stages. @returns its address */
async function serve(stages: Stages): Promise<string> {
	const own = createServer((message, response) => listener(message, response));
	server = own.listen(0, '127.0.0.1');
	await once(own, 'listening');
	const origin = `http://127.0.0.1:${portOf(own)}`;
	const { context } = storage;
	const settings = { ...context.settings, origin, origins: [origin], port: portOf(own) };
	const asked: Context = { ...context, settings };
	const listener = createProgramsListener(() => asked, stages);
	return origin;
}

const METADATA = '/.well-known/oauth-authorization-server';
const streamed = (pieces: () => AsyncGenerator<string>): Answer => ({
	status: 200,
	headers: { 'content-type': 'text/plain' },
	pieces: pieces()
});

/** Something that goes wrong with every call. */
const withFault = (fault: Fault): Stages => ({ fault: (call) => ({ call, fault }) });

describe('a fault', () => {
	it('stands in for the answer, or leaves it', async () => {
		const origin = await serve(
			withFault(async ({ params, envelope }, answer) =>
				envelope.route === METADATA
					? { status: 502, headers: {}, body: JSON.stringify(params) }
					: answer()
			)
		);
		const answer = await fetch(origin + METADATA);
		expect(answer.status).toBe(502);
		expect(await answer.text()).toBe('{}');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect((await fetch(`${origin}/openapi/control.json`)).status).toBe(200);
	});

	it('may act on the answer', async () => {
		const origin = await serve(
			withFault(async (_call, answer) => {
				const own = await answer();
				return typeof own === 'string' ? own : { ...own, headers: { 'x-spoiled': 'yes' } };
			})
		);
		expect((await fetch(origin + METADATA)).headers.get('x-spoiled')).toBe('yes');
	});

	it('may refuse a call before anything is read for it', async () => {
		const fault = () => new Refused({ status: 400, headers: {}, body: '{}' });
		const origin = await serve({ fault });
		expect((await fetch(origin + METADATA)).status).toBe(400);
	});

	it('may have the call read along', async () => {
		const { clientId, secret } = await createConnectedClient(storage.context);
		const reads = vi.fn();
		const origin = await serve({
			fault: (call) => ({
				call: {
					...call,
					request: { ...call.request, bytes: () => (reads(), call.request.bytes()) }
				},
				fault: (_call, answer) => answer()
			})
		});
		const authorization = `Basic ${btoa(`${clientId}:${secret}`)}`;
		const body = new URLSearchParams({ token: 'x' });
		await fetch(`${origin}/oauth/revoke`, { method: 'POST', headers: { authorization }, body });
		expect(reads).toHaveBeenCalledOnce();
	});

	it('comes after everything that would refuse', async () => {
		const fault = vi.fn<Fault>((_call, answer) => answer());
		const origin = await serve(withFault(fault));
		for (const [method, path] of [
			['GET', '/v2.0/user'],
			['GET', '/v2.0/nothing'],
			['POST', METADATA],
			['POST', '/oauth/token']
		] as const) {
			expect((await fetch(origin + path, { method })).ok).toBe(false);
		}
		expect(fault).not.toHaveBeenCalled();
		expect((await fetch(origin + METADATA)).status).toBe(200);
		expect(fault).toHaveBeenCalledOnce();
	});

	it('may send an answer piece by piece', async () => {
		const gate = Promise.withResolvers<void>();
		const origin = await serve(
			withFault(async () =>
				streamed(async function* () {
					yield 'one ';
					await gate.promise;
					yield 'two';
				})
			)
		);
		const answer = await fetch(origin + METADATA);
		const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
		expect((await reader?.read())?.value).toBe('one ');
		gate.resolve();
		expect((await reader?.read())?.value).toBe('two');
		expect((await reader?.read())?.done).toBe(true);
	});

	it('may break off in the middle of an answer, or before it', async () => {
		let answer: Answer = streamed(async function* () {
			yield 'one ';
			throw new Error('broken');
		});
		const origin = await serve(withFault(async () => answer));
		await expect(fetch(origin + METADATA).then((cut) => cut.text())).rejects.toThrow('terminated');
		answer = HANG_UP;
		await expect(fetch(origin + METADATA)).rejects.toThrow('fetch failed');
	});
});

describe('the record', () => {
	let recorded: unknown[] = [];
	beforeEach(() => (recorded = []));
	const record: Stages['record'] = ({ pathname, envelope }, answer) => {
		const status = answer === HANG_UP ? null : answer.status;
		recorded.push([pathname, envelope.route, status]);
	};

	it('is told of every answer, with the route that gave it', async () => {
		const { clientId, secret } = await createConnectedClient(storage.context);
		const origin = await serve({ record });
		const authorization = `Basic ${btoa(`${clientId}:${secret}`)}`;
		const body = new URLSearchParams({ token: 'x' });
		await fetch(`${origin}//oauth/revoke`, { method: 'POST', headers: { authorization }, body });
		await fetch(`${origin}/v9/vehicles/x/permissions`);
		await fetch(`${origin}/v3/x`);
		await fetch(`${origin}/oauth/token`);
		expect(recorded).toEqual([
			['//oauth/revoke', '/oauth/revoke', 200],
			['/v9/vehicles/x/permissions', '/v2.0/vehicles/[vehicleId]/permissions', 401],
			['/v3/x', undefined, 404],
			['/oauth/token', '/oauth/token', 405]
		]);
	});

	it('is told which application asked, as far as the request says so', async () => {
		const { clientId, secret } = await createConnectedClient(storage.context);
		const ids: unknown[] = [];
		const origin = await serve({ record: ({ envelope }) => void ids.push(envelope.clientId) });
		const body = new URLSearchParams({ token: 'x' });
		for (const sent of [secret, 'wrong']) {
			const headers = { authorization: `Basic ${btoa(`${clientId}:${sent}`)}` };
			await fetch(`${origin}/oauth/revoke`, { method: 'POST', headers, body });
		}
		await fetch(`${origin}/v2.0/user`);
		expect(ids).toEqual([clientId, clientId, undefined]);
	});
});
