import { afterEach, describe, expect, it, vi } from 'vitest';
import { handleError } from '../src/hooks.server.ts';

const SECRETS = ['code=the-code', 'state=the-state', 'the-token'];

const log = vi.spyOn(console, 'error').mockImplementation(() => {});

afterEach(() => log.mockClear());

function handle(status: number) {
	const url = new URL('http://127.0.0.1:3000/sandbox/callback?code=the-code&state=the-state');
	const request = new Request(url, {
		method: 'POST',
		headers: { authorization: 'Bearer the-token' },
		body: 'refresh_token=the-token'
	});
	const event = { request, url, locals: { requestId: 'request-1' } };
	const error = new Error('out of luck');
	// Of the event, the hook reads these parts alone.
	return Reflect.apply(handleError, undefined, [{ error, event, status, message: 'A message' }]);
}

describe('RFC 9700 §4.3: the log', () => {
	it('names an unexpected fault by its path alone', async () => {
		await handle(500);
		const logged = log.mock.calls.map(([line]) => String(line));
		expect(logged).toEqual(['request-1 POST /sandbox/callback']);
		for (const secret of SECRETS) expect(JSON.stringify(log.mock.calls)).not.toContain(secret);
	});

	it.each([400, 403, 404])('says nothing of a request answered with %i', async (status) => {
		await handle(status);
		expect(log).not.toHaveBeenCalled();
	});
});
