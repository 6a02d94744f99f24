import { isOver, LIFETIMES } from '../lifetimes.ts';
import { verifies } from './pkce.ts';

/** What is known of a code: of the authorization that it was given for. */
export interface CodeFacts {
	readonly clientId: string;
	/** Where the redirect went; null for the last page of ours. */
	readonly redirectUri: string | null;
	/** Whether the link named it. */
	readonly redirectUriSent: boolean;
	readonly codeChallenge: string | null;
	/** Times in milliseconds since 1970. */
	readonly createdAt: number;
	readonly codeUsedAt: number | null;
	readonly revokedAt: number | null;
}

/** Who brings the code, with what, and when. */
interface Exchange {
	readonly clientId: string;
	readonly redirectUri: string | undefined;
	readonly codeVerifier: string | undefined;
	readonly now: number;
}

/** Why a code is not exchanged. `code` says nothing more to whoever brings it. */
export type ExchangeFault =
	| 'code'
	| 'redirect-uri-missing'
	| 'redirect-uri-other'
	| 'verifier-missing'
	| 'verifier-other'
	| 'verifier-unasked';

interface Refusal {
	readonly kind: 'refuse';
	readonly fault: ExchangeFault;
	/** What is done to the code: it is used up, or all that came of it is ended. */
	readonly then: 'nothing' | 'spend' | 'revoke';
}

export type ExchangeDecision = { readonly kind: 'exchange' } | Refusal;

/**
 * Whether a code gives tokens. A second try ends what the first one issued, and a try by another
 * application spends the code; one that sends a wrong parameter may be corrected.
 *
 * Source: RFC 6749 sections 4.1.2 and 4.1.3; RFC 7636 section 4.6; RFC 9700 section 4.2.4.
 *
 * @param reached how many permissions the authorization still reaches
 */
export function decideExchange(
	code: CodeFacts,
	asked: Exchange,
	reached: number
): ExchangeDecision {
	if (code.codeUsedAt !== null) return refuseSecondTry();
	if (code.clientId !== asked.clientId) return refuse('code', 'spend');
	if (code.revokedAt !== null) return refuse('code');
	// Nothing came of it, and nothing shall, should the clock go back.
	if (isOver(code.createdAt, LIFETIMES.code, asked.now)) return refuse('code', 'revoke');
	const fault = redirectFault(code, asked) ?? verifierFault(code, asked);
	if (fault) return refuse(fault);
	return reached === 0 ? refuse('code') : { kind: 'exchange' };
}

/** What a code gets that was used before, or by somebody else just now. */
export function refuseSecondTry(): Refusal {
	return refuse('code', 'revoke');
}

function refuse(fault: ExchangeFault, then: Refusal['then'] = 'nothing'): Refusal {
	return { kind: 'refuse', fault, then };
}

function redirectFault(code: CodeFacts, { redirectUri }: Exchange): ExchangeFault | null {
	if (redirectUri === undefined) return code.redirectUriSent ? 'redirect-uri-missing' : null;
	return redirectUri === code.redirectUri ? null : 'redirect-uri-other';
}

function verifierFault(
	{ codeChallenge }: CodeFacts,
	{ codeVerifier }: Exchange
): ExchangeFault | null {
	if (codeChallenge === null) return codeVerifier === undefined ? null : 'verifier-unasked';
	if (codeVerifier === undefined) return 'verifier-missing';
	return verifies(codeVerifier, codeChallenge) ? null : 'verifier-other';
}
