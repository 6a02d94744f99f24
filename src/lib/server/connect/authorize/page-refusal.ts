import { firstDifference } from '#lib/access/connect-url/check-application.ts';

/** A registered redirect URI beside the one that was sent, cut where they part. */
export interface UriComparison {
	readonly uri: string;
	readonly isDefault: boolean;
	/** Both begin with this. */
	readonly same: string;
	readonly rest: string;
	readonly sentRest: string;
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

export function compareUris(
	sent: string,
	registered: readonly { readonly uri: string; readonly isDefault: boolean }[]
): readonly UriComparison[] {
	return registered
		.map(({ uri, isDefault }) => {
			const position = (firstDifference(uri, sent)?.position ?? 1) - 1;
			return {
				uri,
				isDefault,
				same: sent.slice(0, position),
				rest: uri.slice(position),
				sentRest: sent.slice(position)
			};
		})
		.sort((a, b) => b.same.length - a.same.length);
}
