import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { and, count, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Context } from '../context.ts';
import { authorizations, machineTokens, tokenPairs } from '../db/connect-schema.ts';
import { onlyRow } from '../db/rows.ts';
import { connectSessions } from '../db/session-schema.ts';

/** What comes to the end of its life within a span, unused and not revoked. */
export interface EndedWithin {
	readonly sessions: number;
	readonly codes: number;
	readonly accessTokens: number;
	readonly refreshTokens: number;
	readonly machineTokens: number;
}

/** @param after what was over by then is not counted */
export function countEnded(context: Context, after: number, until: number): Promise<EndedWithin> {
	const ends = (begun: SQLiteColumn, lifetime: keyof typeof LIFETIMES) =>
		and(gt(begun, after - LIFETIMES[lifetime]), lte(begun, until - LIFETIMES[lifetime]));
	const { outcome, endedAt, touchedAt } = connectSessions;
	const { codeDigest, codeUsedAt, revokedAt, createdAt } = authorizations;
	const { issuedAt, accessRevokedAt, refreshedAt, refreshOverAt } = tokenPairs;
	return context.read(async ({ db }) => {
		const pairs = async (which: ReturnType<typeof and>) => {
			const counted = await db
				.select({ rows: count() })
				.from(tokenPairs)
				.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
				.where(and(isNull(revokedAt), which));
			return onlyRow(counted).rows;
		};
		return {
			sessions: await db.$count(
				connectSessions,
				and(isNull(outcome), isNull(endedAt), ends(touchedAt, 'session'))
			),
			codes: await db.$count(
				authorizations,
				and(
					...[isNotNull(codeDigest), isNull(codeUsedAt), isNull(revokedAt)],
					ends(createdAt, 'code')
				)
			),
			accessTokens: await pairs(and(isNull(accessRevokedAt), ends(issuedAt, 'accessToken'))),
			refreshTokens: await pairs(
				and(isNull(refreshedAt), isNull(refreshOverAt), ends(issuedAt, 'refreshToken'))
			),
			machineTokens: await db.$count(machineTokens, ends(machineTokens.issuedAt, 'machineToken'))
		};
	});
}
