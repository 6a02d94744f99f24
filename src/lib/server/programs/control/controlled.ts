import type { Endpoint } from '../endpoint.ts';

/** Loaded when a script asks first: its schemas would weigh on every start. */
const load = () => import('./endpoints.ts');

/** An endpoint of the control API, by its name. */
export function controlled(name: keyof Awaited<ReturnType<typeof load>>): Endpoint {
	return async (call, fault) => (await load())[name](call, fault);
}
