import type { PermissionName } from '#lib/access/permission.ts';
import { formatScope, parseScope, type ScopeProblem } from '#lib/access/scope.ts';
import { isOver, LIFETIMES } from '../lifetimes.ts';
import type { ProtocolRules } from '../protocol.ts';

/** What is known of a refresh token and its authorization; times in milliseconds since 1970. */
export interface RefreshFacts {
	readonly clientId: string;
	/** When the owner consented. */
	readonly createdAt: number;
	readonly revokedAt: number | null;
	readonly issuedAt: number;
	readonly refreshedAt: number | null;
	/** When it was first answered as over. */
	readonly refreshOverAt: number | null;
}

/** Who brings the token, for what, and when. */
interface Refresh {
	readonly clientId: string;
	/** Undefined for all that is reached. */
	readonly scope: string | undefined;
	readonly now: number;
}

export type RefreshFault =
	/** Says nothing more to whoever brings the token. */
	| { readonly kind: 'token' }
	| { readonly kind: 'scope-empty' }
	| {
			readonly kind: 'scope';
			/** What of it cannot be read. */
			readonly problems: readonly ScopeProblem[];
			/** Scope string of what was not granted. */
			readonly beyond: string;
	  };

export type RefreshDecision =
	| {
			readonly kind: 'refresh';
			/** What the access token gets; the refresh token reaches what the one before did. */
			readonly scope: readonly PermissionName[];
			readonly narrowed: boolean;
	  }
	| Refusal;

interface Refusal {
	readonly kind: 'refuse';
	readonly fault: RefreshFault;
	/** What is done to the token: nothing, or it is over for good, perhaps with its family. */
	readonly then: 'nothing' | 'mark-over' | 'end-family';
}

/**
 * Whether a refresh token gives new tokens.
 *
 * Source: RFC 6749 section 6; RFC 9700 section 4.14.2; the platform's page on the code exchange.
 *
 * @param reached what the authorization still reaches, in scope order
 */
export function decideRefresh(
	token: RefreshFacts,
	{ clientId, scope, now }: Refresh,
	rules: Pick<ProtocolRules, 'refreshGrace' | 'refreshLifeFrom' | 'replayEndsFamily'>,
	reached: readonly PermissionName[]
): RefreshDecision {
	if (token.clientId !== clientId || token.revokedAt !== null) return refuseToken();
	const bornAt = rules.refreshLifeFrom === 'token' ? token.issuedAt : token.createdAt;
	if (isOver(bornAt, LIFETIMES.refreshToken, now)) return refuseToken('mark-over');
	if (token.refreshedAt !== null && isSpent(token.refreshedAt, rules.refreshGrace, now)) {
		return refuseReplay(rules);
	}
	if (token.refreshOverAt !== null || reached.length === 0) return refuseToken();
	return scope === undefined
		? { kind: 'refresh', scope: reached, narrowed: false }
		: narrow(scope, reached);
}

/** A token that was used up before, or by somebody else just now. */
export function refuseReplay({
	replayEndsFamily
}: Pick<ProtocolRules, 'replayEndsFamily'>): Refusal {
	return refuseToken(replayEndsFamily ? 'end-family' : 'mark-over');
}

function refuseToken(then: Refusal['then'] = 'nothing'): Refusal {
	return { kind: 'refuse', fault: { kind: 'token' }, then };
}

/** Read by the grammar of Connect links, where a permission may be `required:`; that locks nothing here. */
function narrow(text: string, reached: readonly PermissionName[]): RefreshDecision {
	const { permissions, problems } = parseScope(text);
	const beyond = permissions.filter(({ name }) => !reached.includes(name));
	if (problems.length > 0 || beyond.length > 0) {
		const fault = { kind: 'scope', problems, beyond: formatScope(beyond) } as const;
		return { kind: 'refuse', fault, then: 'nothing' };
	}
	if (permissions.length === 0) {
		return { kind: 'refuse', fault: { kind: 'scope-empty' }, then: 'nothing' };
	}
	const wanted = new Set(permissions.map(({ name }) => name));
	const scope = reached.filter((name) => wanted.has(name));
	return { kind: 'refresh', scope, narrowed: scope.length < reached.length };
}

/** Without a grace it is spent at once, whatever became of the clock since. */
function isSpent(refreshedAt: number, grace: number, now: number): boolean {
	return grace === 0 || isOver(refreshedAt, grace, now);
}
