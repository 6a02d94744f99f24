import type { ShownPage } from '#lib/connect/authorize/page-refusal.ts';
import type { ErrorAnswer } from '#lib/connect/connect-errors.ts';
import type { Opened } from '#lib/server/connect/authorize/open-connect.ts';
import type { Next } from '#lib/server/connect/journey/step.ts';
import { locationOf, wordAnswer } from '#lib/server/programs/oauth/connect-words.ts';
import { wordPage } from '#lib/server/programs/oauth/page-words.ts';

/** What a page of ours says, and what it shows besides. */
function readPage({ refusal }: ShownPage) {
	const uris = refusal.code === 'redirect-uri' ? refusal.uris : null;
	return { ...wordPage(refusal), ...(uris && { redirectUri: uris }) };
}

const isPage = (judged: object): judged is ShownPage => 'refusal' in judged;
const isError = (judged: object): judged is ErrorAnswer => 'error' in judged;

/** What was judged of a link, in the words of the doors; anything else as it is. */
export function said(judged: object | null): unknown {
	if (judged === null) return null;
	if (isPage(judged)) return readPage(judged);
	return isError(judged) ? wordAnswer(judged) : judged;
}

/** Where a way through Connect leads, as the outside sees it. */
export function seen(way: Opened | Next) {
	switch (way.kind) {
		case 'page':
			return { kind: 'page', refusal: readPage(way) } as const;
		case 'error':
			return { kind: 'redirect', location: locationOf(way) } as const;
		default:
			return way;
	}
}
