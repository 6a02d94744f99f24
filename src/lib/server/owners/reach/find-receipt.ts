import { placeOf } from '#lib/connect/redirect-back.ts';
import { byWhom } from '#lib/owners/by-whom.ts';
import type { KeptConsent } from '#lib/owners/receipt-file.ts';
import { and, desc, eq, inArray, lte, max } from 'drizzle-orm';
import { withName } from '../../connect/vehicle-name.ts';
import type { Context, Transaction } from '../../context.ts';
import { authorizations } from '../../db/connect-schema.ts';
import { consents } from '../../db/consent-schema.ts';
import { applications } from '../../db/schema.ts';
import { readJson, readOne } from '../../db/stored-json.ts';
import { vehicleAccounts, vehicles } from '../../db/vehicle-schema.ts';
import { keptForOwner } from './kept-for-owner.ts';
import { consentsOf } from './scope.ts';

/**
 * One consent of an account that the owner has linked.
 *
 * @returns null for any other, whether there is one or not
 */
export function findReceipt(context: Context, id: number): Promise<KeptConsent | null> {
	return readReceipt(context, id);
}

const readReceipt = keptForOwner(
	async (transaction, ownerId, id: number): Promise<KeptConsent | null> => {
		const { db } = transaction;
		const [row] = await db
			.select({ consent: consents, nameToday: applications.name, account: vehicleAccounts })
			.from(consents)
			.innerJoin(applications, eq(applications.clientId, consents.clientId))
			.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, consents.accountId))
			.where(and(consentsOf(db, ownerId), eq(consents.id, id)));
		if (!row) return null;
		const { consent, nameToday, account } = row;
		const { kind, at, clientId, appName, version } = consent;
		const vehicleIds = readOne(() => readJson(consent.vehicleIds, String(id)));
		return {
			...{ id, kind, at, version, by: byWhom(consent, ownerId) },
			application: {
				name: appName ?? nameToday,
				isNameOfToday: appName === null,
				nameToday,
				clientId,
				domain: await domainAt(transaction, consent)
			},
			account: { make: account.make, username: account.username },
			vehicles: vehicleIds && (await carsOf(transaction, vehicleIds)),
			...(readOne(() => ({
				asked: readJson(consent.asked, String(id)),
				granted: readJson(consent.granted, String(id))
			})) ?? { asked: null, granted: null })
		};
	},
	(found) => found?.vehicles?.length ?? 1
);

/** Where the owner was led back to when they last gave access until then. */
async function domainAt(
	{ db }: Transaction,
	{ id, clientId, accountId }: typeof consents.$inferSelect
): Promise<string | null> {
	const [given] = await db
		.select({ redirectUri: authorizations.redirectUri })
		.from(authorizations)
		.where(
			and(
				eq(authorizations.clientId, clientId),
				eq(authorizations.accountId, accountId),
				lte(authorizations.consentId, id)
			)
		)
		.orderBy(desc(authorizations.consentId))
		.limit(1);
	const uri = given?.redirectUri ?? null;
	return uri === null ? null : placeOf(uri);
}

/** Also those that left their account since. */
async function carsOf(
	{ db }: Transaction,
	ids: readonly string[]
): Promise<{ name: string; vin: string }[]> {
	const rows = await db
		.select()
		.from(vehicles)
		.where(inArray(vehicles.id, [...ids]));
	const cars = new Map(rows.map((row) => [row.id, { name: withName(row).name, vin: row.vin }]));
	return ids.flatMap((id) => cars.get(id) ?? []);
}

/** The last consent with an application and an owner's accounts; null where there is none. */
export function findLastReceipt(context: Context, clientId: string): Promise<number | null> {
	return readLast(context, clientId);
}

const readLast = keptForOwner(async ({ db }, ownerId, clientId: string) => {
	const [last] = await db
		.select({ id: max(consents.id) })
		.from(consents)
		.where(and(consentsOf(db, ownerId), eq(consents.clientId, clientId)));
	return last?.id ?? null;
});
