import { afterEach, describe, expect, it, vi } from 'vitest';
import { log } from '#lib/server/log.ts';
import { StorageError } from '#lib/server/storage-error.ts';
import { handleError } from '../src/hooks.server.ts';

const SECRETS = ['code=the-code', 'state=the-state', 'the-token'];

const logged = vi.spyOn(log, 'error');

afterEach(() => logged.mockClear());

const error = new Error('out of luck');

const clock = { offset: 60_000, frozenAt: null };

async function handle(status: number, fault: Error = error, readsClock = false) {
	const url = new URL('http://127.0.0.1:3000/sandbox/callback?code=the-code&state=the-state');
	const request = new Request(url, {
		method: 'POST',
		headers: { authorization: 'Bearer the-token' },
		body: 'refresh_token=the-token'
	});
	const context = { read: () => Promise.resolve(clock) };
	const locals: { requestId: string; isUnavailable?: boolean; context?: typeof context } = {
		requestId: 'request-1',
		...(readsClock && { context })
	};
	const event = { request, url, locals };
	// Of the event, the hook reads these parts alone.
	const shown: unknown = await Reflect.apply(handleError, undefined, [
		{ error: fault, event, status, message: 'A message' }
	]);
	return { shown, locals: event.locals };
}

describe('RFC 9700 §4.3: the log', () => {
	it('names an unexpected fault by the request alone, with its stack', async () => {
		await handle(500);
		expect(logged.mock.calls).toEqual([[{ id: 'request-1', err: error }, 'a request failed']]);
		for (const secret of SECRETS) expect(JSON.stringify(logged.mock.calls)).not.toContain(secret);
	});

	it('says once what is wrong with the storage', async () => {
		await handle(500, new StorageError('full'));
		expect(logged.mock.calls).toEqual([
			[
				{ id: 'request-1', code: 'full' },
				'The disk is full. Nothing was changed; make room and try again.'
			]
		]);
	});

	it.each([400, 403, 404])('says nothing of a request answered with %i', async (status) => {
		await handle(status);
		expect(logged).not.toHaveBeenCalled();
	});
});

describe('what a page shows of a fault', () => {
	const requestId = 'request-1';

	it.each([
		[404, 'There is no page at this address.'],
		[400, 'A message'],
		[500, 'A message']
	])('of status %i is “%s”', async (status, message) => {
		const { shown, locals } = await handle(status);
		expect(shown).toEqual({ message, requestId });
		expect(locals).toEqual({ requestId });
	});

	it('is told with the time of a rehearsal, which no layout has loaded', async () => {
		const { shown } = await handle(404, error, true);
		expect(shown).toEqual({ message: 'There is no page at this address.', requestId, clock });
	});

	it('is what is wrong with the storage, as a fault that passes', async () => {
		const message = 'The disk is full. Nothing was changed; make room and try again.';
		const { shown, locals } = await handle(500, new StorageError('full'));
		expect(shown).toEqual({ message, requestId, status: 503 });
		expect(locals.isUnavailable).toBe(true);
	});

	it('is that the storage is damaged, as a fault that stays, and the log says where', async () => {
		const facts = { column: 'drafts.selection', row: 'an-id', path: '0.code' };
		const { shown, locals } = await handle(500, new StorageError('damaged', '', { facts }));
		expect(shown).toEqual({
			message: expect.stringMatching(/^Something that the database holds is damaged/),
			requestId,
			status: 500
		});
		expect(locals.isUnavailable).toBe(false);
		expect(logged.mock.calls).toEqual([
			[{ id: requestId, code: 'damaged', ...facts }, expect.any(String)]
		]);
	});

	it('is the missing page even where the storage fails too', async () => {
		expect((await handle(404, new StorageError('full'))).shown).toEqual({
			message: 'There is no page at this address.',
			requestId
		});
	});
});
