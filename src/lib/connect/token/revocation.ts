/** What a token that was found is, and whose. */
interface TokenFacts {
	readonly clientId: string;
	readonly kind: 'access' | 'refresh';
}

/** What ends with a token: nothing, it alone, or every token that came of the same consent. */
export type Revocation = 'nothing' | 'access-token' | 'consent';

/**
 * What an application ends by revoking a token. What is somebody else's is left alone, without a
 * word.
 *
 * Source: RFC 7009 sections 2.1 and 2.2.
 */
export function decideRevocation(token: TokenFacts, clientId: string): Revocation {
	if (token.clientId !== clientId) return 'nothing';
	return token.kind === 'refresh' ? 'consent' : 'access-token';
}
