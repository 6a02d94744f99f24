import { SAMPLE_CALLBACK } from '#lib/access/connect-url/sandbox-link.ts';
import { and, eq, ne } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { redirectUris } from '../db/schema.ts';

/** Address of the sample client on a server. */
export function sampleUriAt(origin: string): string {
	return origin + SAMPLE_CALLBACK;
}

/**
 * Has every built-in redirect URI lead to the sample client at this address; it is another one
 * once `ORIGIN` or `PORT` was changed.
 */
export async function followOrigin(context: Context, origin: string): Promise<void> {
	const uri = sampleUriAt(origin);
	const findAstray = async ({ db }: Transaction) =>
		db
			.select()
			.from(redirectUris)
			.where(and(eq(redirectUris.isBuiltIn, true), ne(redirectUris.uri, uri)));
	// Asked before: a start has no need to wait for another program's lock.
	if ((await context.read(findAstray)).length === 0) return;
	await context.write(async (transaction) => {
		const astray = await findAstray(transaction);
		for (const { id, clientId, isDefault } of astray) {
			const same = and(eq(redirectUris.clientId, clientId), eq(redirectUris.uri, uri));
			const [typed] = await transaction.db.select().from(redirectUris).where(same);
			// Two rows cannot hold one address: what a person typed takes the place of ours.
			if (typed) {
				await transaction.db.delete(redirectUris).where(eq(redirectUris.id, id));
				await transaction.db
					.update(redirectUris)
					.set({ isBuiltIn: true, isDefault: isDefault || typed.isDefault })
					.where(eq(redirectUris.id, typed.id));
			} else {
				await transaction.db.update(redirectUris).set({ uri }).where(eq(redirectUris.id, id));
			}
		}
	});
}
