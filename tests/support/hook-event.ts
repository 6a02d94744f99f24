import type { Context } from '#lib/server/context.ts';
import type { Handle } from '@sveltejs/kit';

interface Facts {
	readonly method?: string;
	readonly path?: string;
	readonly route?: string | null;
	readonly params?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
	readonly address?: string;
	readonly rateLimits?: boolean;
	readonly isDataRequest?: boolean;
	readonly isSubRequest?: boolean;
	/** That a cookie asks for. */
	readonly theme?: string;
	/** Where the hook reads or writes. */
	readonly context?: Context;
}

/** Runs a hook over an event that has the parts which our hooks read. */
export async function runHook(
	handle: Handle,
	facts: Facts,
	answer: () => Response
): Promise<Response> {
	const url = new URL(facts.path ?? '/', 'http://127.0.0.1:3000');
	const event = {
		request: new Request(url, { method: facts.method ?? 'GET', headers: { ...facts.headers } }),
		url,
		route: { id: facts.route ?? null },
		params: { ...facts.params },
		cookies: { get: (name: string) => (name === 'theme' ? facts.theme : undefined) },
		locals: {
			requestId: 'request-1',
			address: facts.address ?? '192.0.2.1',
			context: {
				machineNow: 0,
				...facts.context,
				settings: { rateLimits: facts.rateLimits ?? true }
			}
		},
		isDataRequest: facts.isDataRequest ?? false,
		isSubRequest: facts.isSubRequest ?? false
	};
	const answered: unknown = await Reflect.apply(handle, undefined, [{ event, resolve: answer }]);
	if (answered instanceof Response) return answered;
	throw new TypeError('A hook answers with a response');
}
