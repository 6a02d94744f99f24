import type { Context } from '#lib/server/context.ts';
import type { FormEvent } from '#lib/server/http/form.ts';
import type { Cookies } from '@sveltejs/kit';

/** What an action looks at of a form that was posted. Cookies are kept nowhere. */
export function formEvent<Params extends Partial<Record<string, string>>>(
	context: Context,
	params: Params,
	body: BodyInit
): FormEvent<Params> {
	const url = new URL('http://127.0.0.1:3000/');
	const { length } = new URLSearchParams(body instanceof URLSearchParams ? body : '').toString();
	const headers = { 'content-length': String(length) };
	const cookies: Cookies = {
		get: () => undefined,
		getAll: () => [],
		set: () => undefined,
		delete: () => undefined,
		serialize: () => ''
	};
	return {
		request: new Request(url, { method: 'POST', body, headers }),
		url,
		params,
		cookies,
		fetch,
		locals: {
			context,
			requestId: 'request-1',
			address: '192.0.2.1',
			origin: url.origin,
			isOwnName: true
		}
	};
}
