import type { ConnectContext, ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import { errorsByStage, isTold } from '#lib/access/connect-url/checks/stages.ts';
import { describeFault } from '#lib/access/connect-url/finding-words.ts';
import { compareUris, type PageRefusal } from './page-refusal.ts';

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
): CheckedRedirect | PageRefusal {
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
	return {
		message: '400: Unauthorized redirect_uri',
		advice: describe(error),
		...(developer ? { redirectUri: { sent: sent ?? '', registered, clientId } } : {})
	};
}

function describe(error: Parameters<typeof describeFault>[0]): string {
	switch (error.code) {
		case 'no-default-redirect':
			return 'The link names no redirect URI and the application has no default; register one.';
		case 'redirect-form':
		case 'not-registered':
			return 'The redirect URI of the link is not one of the registered ones. They are compared character by character.';
		default:
			return describeFault(error);
	}
}
