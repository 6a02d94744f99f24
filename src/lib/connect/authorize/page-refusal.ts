import { sharedEnd, sharedStart } from '#lib/access/compare-texts.ts';
import type { LinkFault } from '#lib/access/connect-url/checks/finding.ts';
import type { ConnectPath } from '#lib/access/connect-url/parameters.ts';
import type { ScopeFinding } from '#lib/access/scope.ts';
import type { ErrorAnswer } from '../connect-errors.ts';
import type { ErrorBack } from '../redirect-back.ts';

/** A registered redirect URI beside the one that was sent: both begin and end alike. */
export interface UriComparison {
	readonly uri: string;
	readonly isDefault: boolean;
	readonly start: string;
	readonly registered: string;
	readonly sent: string;
	readonly end: string;
}

/** What was sent beside what is registered. */
interface RedirectUris {
	readonly sent: string;
	readonly registered: readonly UriComparison[];
	readonly clientId: string;
}

/**
 * A fault that is shown on a page of our own: the redirect URI cannot be trusted, or the platform
 * does it that way. The doors have the words.
 */
export type PageRefusal =
	| { readonly code: 'link-too-long'; readonly most: number }
	/** By the name of the parameter. */
	| { readonly code: 'no-client-id'; readonly parameter: string }
	| ClientRefusal<'client-id', { readonly fault: LinkFault }>
	| ClientRefusal<'unknown-client', { readonly developer: boolean }>
	/** The application by its present id, for the developer on this machine alone. */
	| ClientRefusal<'former-client-id', { readonly now: NamedClient | null }>
	| {
			readonly code: 'redirect-uri';
			readonly fault: LinkFault;
			/** For the developer on this machine alone. */
			readonly uris: RedirectUris | null;
	  }
	| { readonly code: 'no-response-type'; readonly path: ConnectPath }
	/** None of these words is a permission. */
	| { readonly code: 'unknown-permissions'; readonly problems: readonly ScopeFinding[] }
	/** There is no redirect URI that this could be told to. */
	| { readonly code: 'nowhere-to-tell'; readonly answer: ErrorAnswer };

type ClientRefusal<Code extends string, Data> = {
	readonly code: Code;
	readonly parameter: string;
	readonly clientId: string;
} & Data;

/** An application as it is told apart. */
export interface NamedClient {
	readonly clientId: string;
	readonly name: string;
}

export interface ShownPage {
	readonly kind: 'page';
	readonly refusal: PageRefusal;
	/** The application, once it is known. */
	readonly client?: NamedClient;
	/** What it may be told by an owner who goes back, once the redirect URI is verified. */
	readonly back?: ErrorBack | null;
}

export function showPage(refusal: PageRefusal): ShownPage {
	return { kind: 'page', refusal };
}

/** The most alike first. */
export function compareUris(
	sent: string,
	registered: readonly { readonly uri: string; readonly isDefault: boolean }[]
): readonly UriComparison[] {
	return registered
		.map(({ uri, isDefault }) => {
			const start = sharedStart(sent, uri);
			const end = Math.min(sharedEnd(sent, uri), sent.length - start, uri.length - start);
			return {
				uri,
				isDefault,
				start: sent.slice(0, start),
				registered: uri.slice(start, uri.length - end),
				sent: sent.slice(start, sent.length - end),
				end: sent.slice(sent.length - end)
			};
		})
		.sort((a, b) => b.start.length + b.end.length - (a.start.length + a.end.length));
}
