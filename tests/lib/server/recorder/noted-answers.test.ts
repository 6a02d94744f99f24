import type { Context } from '#lib/server/context.ts';
import { HANG_UP, type Answer } from '#lib/server/programs/answer.ts';
import { answerProgram } from '#lib/server/programs/pipeline.ts';
import { RECORDING } from '#lib/server/programs/record/stage.ts';
import { flushRequests } from '#lib/server/recorder/request-log.ts';
import { beforeEach, expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { recorded } from '../../../support/recorded.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;

beforeEach(() => {
	const { settings } = storage.context;
	context = { ...storage.context, settings: { ...settings, rateLimits: false } };
});

const last = async () => (await recorded(context)).at(-1);
const request = { method: 'GET', url: '/v3/connections', headers: new Headers() };
const asked = () => ({
	context,
	envelope: { id: crypto.randomUUID(), address: 'x', origin: context.settings.origin },
	request: { ...request, bytes: async () => new Uint8Array() },
	pathname: '/v3/connections'
});
/** Has an answer noted as if a program had got it. */
const take = (answer: Answer) =>
	RECORDING.record({ ...asked(), request: RECORDING.watch(asked().request) }, answer);

it('that comes piece by piece is counted once it has come', async () => {
	const answer: Answer = {
		status: 200,
		headers: {},
		pieces: (async function* () {
			yield 'é';
			yield new Uint8Array(3);
		})()
	};
	const told = take(answer);
	expect(await flushRequests(context)).toBe(false);
	if (!told || !('pieces' in told)) throw new TypeError('Not streamed');
	expect(await Array.fromAsync(told.pieces)).toHaveLength(2);
	expect((await last())?.sides.answered).toMatchObject({ body: null, cut: 5 });
});

it.each([
	{ many: 51, whole: 50, most: 1024 },
	{ many: 2100, whole: 10, most: 256 }
])('of $many at once is kept less of, but for the last $whole', async ({ many, whole, most }) => {
	const answer: Answer = { status: 200, headers: {}, body: 'x'.repeat(5000) };
	for (let count = 0; count < many; count += 1) {
		take(answer);
	}
	const cut = (await recorded(context)).map(({ sides }) => sides.answered.cut);
	expect(cut[0]).toBe(5000 - most);
	expect(new Set(cut.slice(-whole))).toEqual(new Set([0]));
	expect(cut.at(-whole - 1)).toBe(5000 - most);
});

it('is cut between two characters', async () => {
	const answer: Answer = { status: 200, headers: {}, body: `${'Š'.repeat(1023)}x€€` };
	for (let count = 0; count < 51; count += 1) {
		take(answer);
	}
	const [first] = await recorded(context);
	expect(first?.sides.answered).toMatchObject({ body: 'Š'.repeat(512), cut: 2053 - 1024 });
});

it('is sent with the length that was counted for it', async () => {
	const body = JSON.stringify({ make: 'ŠKODA' });
	const counted = take({ status: 200, headers: {}, body });
	expect(counted).toMatchObject({ body, bytes: Buffer.byteLength(body) });
});

it('that never came has no status', async () => {
	take(HANG_UP);
	expect(await last()).toMatchObject({ status: 0, error: null });
});

it('is sent although nothing can be written, which waits', async () => {
	const failing = { ...context, note: () => Promise.reject(new Error('Disk full')) };
	const answer = await answerProgram(asked(), RECORDING);
	expect(answer).toMatchObject({ status: 401 });
	await expect(flushRequests(failing)).rejects.toThrow('Disk full');
	await answerProgram(asked(), RECORDING);
	expect(await recorded(context)).toHaveLength(2);
});

it('stands in the order in which it was asked for, whoever asked', async () => {
	const clientId = await newApplication(context);
	for (const [at, status] of [200, 401, 200, 401].entries()) {
		const { envelope, ...rest } = asked();
		const call = {
			...rest,
			context: { ...context, machineNow: context.machineNow + at },
			envelope: { ...envelope, clientId }
		};
		const answer: Answer = { status, headers: {}, body: '' };
		RECORDING.record({ ...call, request: RECORDING.watch(call.request) }, answer);
	}
	expect((await recorded(context)).map(({ status }) => status)).toEqual([200, 401, 200, 401]);
});
