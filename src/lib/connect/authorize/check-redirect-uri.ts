import type { ConnectContext, ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import { errorsByStage, isTold } from '#lib/access/connect-url/checks/stages.ts';
import { compareUris, showPage, type ShownPage } from './page-refusal.ts';

/** Where a session may end. */
export interface CheckedRedirect {
	/** Null: our own last page, for applications that only use machine credentials. */
	readonly uri: string | null;
	readonly sent: boolean;
}

/** Where the answer goes: the redirect URI that was sent, or the default in its place. */
export function checkRedirectUri(
	query: ConnectQuery,
	application: NonNullable<ConnectContext['application']>,
	developer: boolean
): CheckedRedirect | ShownPage {
	const sent = query.parameters.redirectUri;
	const { redirectUris, clientId } = application;
	const context = { application, makes: [] };
	const [error] = (errorsByStage(query, context).get('redirect') ?? []).filter(isTold);
	if (!error) {
		if (sent !== undefined) return { uri: sent, sent: true };
		const standard = redirectUris.find(({ isDefault }) => isDefault);
		const uri = query.parameters.responseType === 'none' ? null : (standard?.uri ?? null);
		return { uri, sent: false };
	}
	const registered = sent === undefined ? [] : compareUris(sent, redirectUris);
	const uris = developer ? { sent: sent ?? '', registered, clientId } : null;
	return showPage({ code: 'redirect-uri', fault: error, uris });
}
