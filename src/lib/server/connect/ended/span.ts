import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { PROTOCOLS, rulesOf } from '#lib/connect/protocol.ts';
import { inArray, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { sandboxSettings } from '../../db/client-schema.ts';
import { authorizations, tokenPairs } from '../../db/connect-schema.ts';

export interface Span {
	/** What was over by then does not count. */
	readonly after: number;
	readonly until: number;
	/** How many of each kind are listed. */
	readonly most: number;
}

export interface Found<One> {
	/** In order, the first of them. */
	readonly listed: readonly One[];
	readonly count: number;
}

/** When something ended, by the rehearsal, and of which application it was. */
export interface Dated {
	readonly at: number;
	readonly clientId: string;
}

type Lifetime = keyof typeof LIFETIMES;

/** That what lives so long from a time on ends within a span. */
export function endsWithin(
	begun: AnyColumn | SQL<number>,
	lifetime: Lifetime,
	{ after, until }: Span
): SQL {
	const life = LIFETIMES[lifetime];
	return sql`${begun} > ${after - life} and ${begun} <= ${until - life}`;
}

/** Rows with the time at which they began, as what ended. */
export function dated<One extends { readonly begun: number }>(
	rows: readonly One[],
	lifetime: Lifetime
): (Omit<One, 'begun'> & { readonly at: number })[] {
	return rows.map(({ begun, ...one }) => ({ ...one, at: begun + LIFETIMES[lifetime] }));
}

const FROM_CONSENT = PROTOCOLS.filter(
	(protocol) => rulesOf(protocol).refreshLifeFrom === 'authorization'
);

/** What the life of a refresh token counts from; with the settings of its application joined. */
export const REFRESH_BEGUN =
	sql<number>`case when ${inArray(sandboxSettings.protocol, FROM_CONSENT)}
	then ${authorizations.createdAt} else ${tokenPairs.issuedAt} end`.mapWith(Number);
