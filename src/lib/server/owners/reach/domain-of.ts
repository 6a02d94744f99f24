import { placeOf } from '#lib/connect/redirect-back.ts';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { authorizations } from '../../db/connect-schema.ts';
import { authorizationsOf } from './scope.ts';

/** Where an owner was led back to when access was last given with their accounts; part of a transaction. */
export async function domainOf(
	{ db }: Transaction,
	ownerId: string,
	clientId: string
): Promise<string | null> {
	const { redirectUri } = authorizations;
	const [given] = await db
		.select({ redirectUri })
		.from(authorizations)
		.where(
			and(
				eq(authorizations.clientId, clientId),
				authorizationsOf(db, ownerId),
				isNotNull(redirectUri)
			)
		)
		.orderBy(desc(authorizations.id))
		.limit(1);
	const uri = given?.redirectUri ?? null;
	return uri === null ? null : placeOf(uri);
}
