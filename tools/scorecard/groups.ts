import type { Check, CheckGroup } from './check.ts';
import { ASKED_ACCESS } from './rows/asked-access.ts';
import { AUTHORIZATION } from './rows/authorization.ts';
import { CLIENT_AND_REDIRECT } from './rows/client-and-redirect.ts';
import { CODE } from './rows/code.ts';
import { CONSENT_WORDS } from './rows/consent-words.ts';
import { CONSENT } from './rows/consent.ts';
import { METADATA } from './rows/metadata.ts';
import { REFRESH } from './rows/refresh.ts';
import { TOKEN_REQUEST } from './rows/token-request.ts';
import { USE } from './rows/use.ts';

/** Every check, in the order of its row. */
export const CHECK_GROUPS: readonly CheckGroup[] = [
	group('Authorization request', CLIENT_AND_REDIRECT, AUTHORIZATION, ASKED_ACCESS),
	group('Consent page', CONSENT, CONSENT_WORDS),
	group('Token endpoint', TOKEN_REQUEST, CODE),
	group('Refresh, revoke, use', REFRESH, USE),
	group('Metadata and transport', METADATA)
];

function group(title: string, ...parts: readonly (readonly Check[])[]): CheckGroup {
	return { title, checks: parts.flat().sort((a, b) => a.row - b.row) };
}
