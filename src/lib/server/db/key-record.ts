import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { Db, Engine } from '../engine.ts';
import { clientSecrets } from './client-schema.ts';
import { tokenPairs } from './connect-schema.ts';
import { secretKeys } from './schema.ts';

/** Which key a database is used with; null before the first. */
export function findKeyId(engine: Engine): Promise<string | null> {
	return engine.read(recorded);
}

/** Has a database used with a key, unless it is with one already. @returns the key that it is used with */
export function claimKey(engine: Engine, id: string, firstUsedAt: number): Promise<string> {
	return engine.write(async (db) => {
		const before = await recorded(db);
		if (before !== null) return before;
		await db.insert(secretKeys).values({ id, firstUsedAt });
		return id;
	});
}

/**
 * Has a database used with another key. What stands under the former one is of no more use, and goes;
 * tokens tell their authorization to nobody any more, and are found by their digests.
 *
 * @returns how many client secrets went
 */
export function replaceKey(engine: Engine, id: string, firstUsedAt: number): Promise<number> {
	return engine.write(async (db) => {
		await db.delete(secretKeys);
		await db.insert(secretKeys).values({ id, firstUsedAt });
		await db
			.update(tokenPairs)
			.set({ tellsAuthorization: false })
			.where(eq(tokenPairs.tellsAuthorization, true));
		const gone = await db
			.delete(clientSecrets)
			.where(and(isNotNull(clientSecrets.keyId), ne(clientSecrets.keyId, id)))
			.returning({ isSample: clientSecrets.isSample });
		return gone.filter(({ isSample }) => !isSample).length;
	});
}

async function recorded(db: Db): Promise<string | null> {
	const [row] = await db.select({ id: secretKeys.id }).from(secretKeys).limit(1);
	return row?.id ?? null;
}
