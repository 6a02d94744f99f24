import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { sandboxLink } from '#lib/access/connect-url/sandbox-link.ts';

/** What a link is made for. */
interface LinkSubject {
	readonly clientId: string;
	readonly clientIdMadeHere: boolean;
	readonly mode: string;
	/** The version that counts; null before the first. */
	readonly published: { readonly number: number; readonly scope: string } | null;
	/** Of the dashboard. */
	readonly origin: string;
}

/** The link that Vehicle Access offers to copy. */
export interface CopyLink {
	/** Without a scope, where that is the draft's. */
	readonly url: string;
	/** Only an id that came from the platform is known there. */
	readonly place: 'live' | 'sandbox';
	/** Whose scope the link carries; null for the draft's. */
	readonly version: number | null;
}

export function copyLink(subject: LinkSubject): CopyLink {
	const { clientId, clientIdMadeHere, mode, published, origin } = subject;
	const live = buildConnectUrl({ clientId, mode, scope: published?.scope });
	return {
		url: clientIdMadeHere ? sandboxLink(live, origin).url : live,
		place: clientIdMadeHere ? 'sandbox' : 'live',
		version: published?.number ?? null
	};
}
