import { afterEach, describe, expect, it, vi } from 'vitest';
import { log } from '#lib/server/log.ts';
import { StorageError } from '#lib/server/storage-error.ts';
import { handleError } from '../src/hooks.server.ts';

const SECRETS = ['code=the-code', 'state=the-state', 'the-token'];

const logged = vi.spyOn(log, 'error');

afterEach(() => logged.mockClear());

const error = new Error('out of luck');

function handle(status: number, fault = error) {
	const url = new URL('http://127.0.0.1:3000/sandbox/callback?code=the-code&state=the-state');
	const request = new Request(url, {
		method: 'POST',
		headers: { authorization: 'Bearer the-token' },
		body: 'refresh_token=the-token'
	});
	const event = { request, url, locals: { requestId: 'request-1' } };
	// Of the event, the hook reads these parts alone.
	return Reflect.apply(handleError, undefined, [
		{ error: fault, event, status, message: 'A message' }
	]);
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
