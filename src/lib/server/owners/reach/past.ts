import { byWhom, type ByWhom } from '#lib/owners/by-whom.ts';
import { readPast, type Past } from '#lib/owners/past.ts';
import { and, desc, eq, inArray, max, ne } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { consents } from '../../db/consent-schema.ts';
import { readEach, readJson, type Readable } from '../../db/stored-json.ts';
import { consentsOf } from './scope.ts';

/** Far more than is needed to know how it stands; a page shows it, and the history has the rest. */
const MOST_READ = 200;

/** What tells a vehicle, in one mode. */
export const vehicleKey = ({ vehicleId, mode }: { vehicleId: string; mode: string }) =>
	`${vehicleId} ${mode}`;

/** How it came to what an application may do with an owner's vehicles; part of a transaction. */
export async function findPast(
	{ db }: Transaction,
	ownerId: string,
	clientId: string
): Promise<Past & Pick<Readable<unknown>, 'damaged'>> {
	const rows = await db
		.select()
		.from(consents)
		.where(and(consentsOf(db, ownerId), eq(consents.clientId, clientId)))
		.orderBy(desc(consents.id))
		.limit(MOST_READ);
	const { read, damaged } = readEach(rows.toReversed(), (row) => ({
		kind: row.kind,
		by: byWhom(row, ownerId),
		vehicles: readJson(row.vehicleIds, String(row.id)).map((vehicleId) =>
			vehicleKey({ vehicleId, mode: row.mode })
		),
		asked: readJson(row.asked, String(row.id)),
		granted: readJson(row.granted, String(row.id)),
		at: row.at
	}));
	return { ...readPast(read), damaged };
}

/** Who took access from applications last, and the number of that receipt; part of a transaction. */
export async function whoEndedLast(
	{ db }: Transaction,
	ownerId: string,
	clientIds: readonly string[]
): Promise<ReadonlyMap<string, { readonly by: ByWhom; readonly receipt: number }>> {
	const last = db
		.select({ id: max(consents.id) })
		.from(consents)
		.where(
			and(
				consentsOf(db, ownerId),
				inArray(consents.clientId, [...clientIds]),
				ne(consents.kind, 'granted')
			)
		)
		.groupBy(consents.clientId);
	const rows = await db.select().from(consents).where(inArray(consents.id, last));
	return new Map(rows.map((row) => [row.clientId, { by: byWhom(row, ownerId), receipt: row.id }]));
}
