import { sharedEnd, sharedStart } from '#lib/access/compare-texts.ts';

/** A registered redirect URI beside the one that was sent: both begin and end alike. */
export interface UriComparison {
	readonly uri: string;
	readonly isDefault: boolean;
	readonly start: string;
	readonly registered: string;
	readonly sent: string;
	readonly end: string;
}

/**
 * A fault that is shown on a page of our own: the redirect URI cannot be trusted, or the platform
 * does it that way. The message is the platform's wording where that is known.
 */
export interface PageRefusal {
	readonly message: string;
	/** What to do about it, for the developer. */
	readonly advice: string;
	/** For the developer on this machine alone: what was sent beside what is registered. */
	readonly redirectUri?: {
		readonly sent: string;
		readonly registered: readonly UriComparison[];
		readonly clientId: string;
	};
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
