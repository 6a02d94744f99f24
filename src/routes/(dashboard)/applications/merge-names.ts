import type { ApplicationName } from './application-search.svelte.ts';

/** Both lists as one, each application once. */
export function mergeNames(
	...lists: readonly (readonly ApplicationName[])[]
): readonly ApplicationName[] {
	return [
		...new Map(lists.flat().map((application) => [application.clientId, application])).values()
	];
}
