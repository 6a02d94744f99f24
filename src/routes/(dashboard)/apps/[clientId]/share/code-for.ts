import * as words from './words.en.ts';

export const CODE_FOR_PARAMETER = 'code_for';

/** Where the code of the page leads, by the word that the page's address has for it. */
export const CODE_FOR = [
	{ value: 'sandbox', label: words.sandbox },
	{ value: 'live', label: words.livePlatformChoice }
] as const;

export type CodeFor = (typeof CODE_FOR)[number]['value'];

/** What the address asks for; the rehearsal where it asks for nothing known. */
export function readCodeFor(search: URLSearchParams): CodeFor {
	const asked = search.get(CODE_FOR_PARAMETER);
	return CODE_FOR.find(({ value }) => value === asked)?.value ?? 'sandbox';
}
