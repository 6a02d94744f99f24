import type { Application } from '../../applications.ts';
import { compareUris, type PageRefusal } from './page-refusal.ts';
import type { ConnectQuery } from './read-query.ts';

/** Where a session may end. */
export interface CheckedRedirect {
	/** Null: our own last page, for applications that only use machine credentials. */
	readonly uri: string | null;
	readonly sent: boolean;
}

/**
 * Compares the redirect URI as a whole string with the registered ones; the default stands in for
 * one that is not sent.
 *
 * Source: RFC 6749 section 3.1.2.3; RFC 9700 section 4.1.3.
 */
export function checkRedirectUri(
	{ parameters, problems }: ConnectQuery,
	{ redirectUris, clientId }: Application,
	developer: boolean
): CheckedRedirect | PageRefusal {
	const sent = parameters.redirectUri;
	if (sent === undefined) {
		const standard = redirectUris.find(({ isDefault }) => isDefault);
		if (parameters.responseType === 'none') return { uri: null, sent: false };
		if (standard) return { uri: standard.uri, sent: false };
		return {
			message: '400: Unauthorized redirect_uri',
			advice: 'The link names no redirect URI and the application has no default; register one.',
			...(developer ? { redirectUri: { sent: '', registered: [], clientId } } : {})
		};
	}
	const twice = problems.find(({ parameter }) => parameter === 'redirect_uri');
	if (!twice && redirectUris.some(({ uri }) => uri === sent)) return { uri: sent, sent: true };
	return {
		message: '400: Unauthorized redirect_uri',
		advice:
			twice?.message ??
			'The redirect URI of the link is not one of the registered ones. They are compared character by character.',
		...(developer
			? { redirectUri: { sent, registered: compareUris(sent, redirectUris), clientId } }
			: {})
	};
}
