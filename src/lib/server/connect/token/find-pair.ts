import { and, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Transaction } from '../../context.ts';
import { tokenPairs } from '../../db/connect-schema.ts';
import { isPostgres } from '../../db/engine-choice.ts';
import { isGiven } from '../../db/prepared.ts';
import { digestOf } from '../../digest.ts';
import type { Db } from '../../engine.ts';
import { toldAuthorization } from './telling-token.ts';

/**
 * Whether new tokens are found beside others of their authorization: where one writes at a time.
 * PostgreSQL does a transaction again that read a page of an index which another one wrote to
 * meanwhile, so that those who refresh would be in their neighbors' way.
 */
export const STAND_TOGETHER = !isPostgres;

/** The key of the pair that a token is of, for a statement that is handed {@link handedIn}. */
export function pairOf(db: Db, ...digests: readonly SQLiteColumn[]): SQL<number> {
	const told = digests.map((digest) =>
		db
			.select({ id: tokenPairs.id })
			.from(tokenPairs)
			.where(and(isGiven(tokenPairs.authorizationId, 'authorizationId'), isGiven(digest, 'digest')))
	);
	const untold = digests.map((digest) =>
		db
			.select({ id: tokenPairs.id })
			.from(tokenPairs)
			.where(and(isGiven(digest, 'digest'), sql`not ${tokenPairs.tellsAuthorization}`))
	);
	// Where the first finds it, the others are not asked.
	const inTurn = STAND_TOGETHER ? [...told, ...untold] : [...untold, ...told];
	return sql`coalesce(${sql.join(inTurn, sql`, `)})`;
}

/** What a statement with {@link pairOf} is handed for a token. */
export function handedIn({ key }: Pick<Transaction, 'key'>, token: string) {
	return { authorizationId: toldAuthorization(key, token), digest: digestOf(token) };
}
