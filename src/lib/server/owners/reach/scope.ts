import { eq, inArray, type SQL } from 'drizzle-orm';
import { consents } from '../../db/consent-schema.ts';
import { authorizations, connections } from '../../db/connect-schema.ts';
import { accountOwners } from '../../db/owner-schema.ts';
import type { Db } from '../../engine.ts';

const accountsOf = (db: Db, ownerId: string) =>
	db
		.select({ id: accountOwners.accountId })
		.from(accountOwners)
		.where(eq(accountOwners.ownerId, ownerId));

/** Connections that an owner sees: those of the accounts they have linked, whoever connected them. */
export function connectionsOf(db: Db, ownerId: string): SQL {
	return inArray(connections.accountId, accountsOf(db, ownerId));
}

/** Codes and tokens that were given out with these accounts. */
export function authorizationsOf(db: Db, ownerId: string): SQL {
	return inArray(authorizations.accountId, accountsOf(db, ownerId));
}

/** What was consented to with these accounts. */
export function consentsOf(db: Db, ownerId: string): SQL {
	return inArray(consents.accountId, accountsOf(db, ownerId));
}
