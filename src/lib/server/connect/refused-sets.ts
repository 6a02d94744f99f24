import type { PermissionName } from '#lib/access/permission.ts';
import { parseChoices } from '#lib/connect/session-tally.ts';
import { and, count, eq, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { connectSessions } from '../db/session-schema.ts';

/** The sets that are told one by one; what is rarer is told by its number. */
const MOST_TOLD = 12;

export interface RefusedSets {
	/** Consents that left something to refuse. */
	readonly consents: number;
	/** What was refused, most often first; nothing refused is a set too. */
	readonly sets: readonly {
		/** In scope order. */
		readonly refused: readonly PermissionName[];
		readonly count: number;
	}[];
	/** Consents with any other set. */
	readonly others: number;
}

/** Which permissions owners refused together when they gave an application access. */
export async function refusedSets(context: Context, clientId: string): Promise<RefusedSets> {
	const alike = await context.read(async ({ db }) => {
		const { outcome, choices } = connectSessions;
		return db
			.select({ choices, count: count() })
			.from(connectSessions)
			.where(and(eq(connectSessions.clientId, clientId), eq(outcome, 'granted'), ne(choices, '')))
			.groupBy(choices);
	});
	const sets = new Map<string, { refused: readonly PermissionName[]; count: number }>();
	for (const { choices, count } of alike) {
		const refused = parseChoices(choices ?? '').flatMap(({ name, refused }) =>
			refused ? [name] : []
		);
		const key = refused.join(' ');
		sets.set(key, { refused, count: (sets.get(key)?.count ?? 0) + count });
	}
	const sorted = [...sets].sort(
		([a, first], [b, second]) =>
			second.count - first.count || first.refused.length - second.refused.length || (a < b ? -1 : 1)
	);
	const told = sorted.slice(0, MOST_TOLD).map(([, set]) => set);
	const consents = total(alike);
	return { consents, sets: told, others: consents - total(told) };
}

function total(counted: readonly { readonly count: number }[]): number {
	return counted.reduce((sum, { count }) => sum + count, 0);
}
