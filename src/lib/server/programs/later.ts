import type { Endpoint } from './endpoint.ts';

/**
 * The endpoints of an API, in a file that is loaded when one of them is asked first, with all that
 * it imports: however many there are, a start does not get longer.
 *
 * @example later(() => import('./v2/endpoints.ts'))('user')
 */
export function later<Name extends string>(
	load: () => Promise<Readonly<Record<Name, Endpoint>>>
): (name: Name) => Endpoint {
	return (name) => {
		let loaded: Endpoint | null = null;
		return async (call, fault) => (loaded ??= (await load())[name])(call, fault);
	};
}
