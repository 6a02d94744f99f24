import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { itemUses, recordings } from '../db/recorder-schema.ts';
import { applications } from '../db/schema.ts';
import { readEach, readJson } from '../db/stored-json.ts';
import { webhooks } from '../db/webhook-schema.ts';
import { flushCalls } from '../fleet/calls/flush.ts';

/** What an application asked of vehicles since its recording began. */
export interface Recording {
	/** By the machine. */
	readonly begunAt: number;
	/** In ascending order of their codes. */
	readonly uses: readonly RecordedUse[];
	/** Signals that its webhooks wait for or tell, which no call asks for. */
	readonly hooked: readonly string[];
}

interface RecordedUse {
	readonly code: string;
	readonly calls: number;
	/** How many of them were refused for want of a permission. */
	readonly refused: number;
	/** How many of them asked for all signals, and were told this one. */
	readonly listed: number;
	/** By the rehearsal. */
	readonly lastAt: number;
}

/** With the calls of this moment, as far as this server answered them; null where nothing is called so. */
export async function readRecording(context: Context, clientId: string): Promise<Recording | null> {
	await flushCalls(context);
	return context.read(async ({ db }) => {
		const [row] = await db
			.select({
				begunAt: sql<number>`coalesce(${recordings.begunAt}, ${applications.createdAt})`.mapWith(
					Number
				)
			})
			.from(applications)
			.leftJoin(recordings, eq(recordings.clientId, applications.clientId))
			.where(eq(applications.clientId, clientId));
		if (!row) return null;
		const { code, calls, refused, listed, lastAt } = itemUses;
		const uses = await db
			.select({ code, calls, refused, listed, lastAt })
			.from(itemUses)
			.where(eq(itemUses.clientId, clientId))
			.orderBy(code);
		const hooks = await db
			.select({ id: webhooks.id, triggers: webhooks.triggers, signals: webhooks.signals })
			.from(webhooks)
			.where(and(eq(webhooks.clientId, clientId), isNull(webhooks.disabledAt)));
		const { read: hooked } = readEach(hooks, ({ id, triggers, signals }) => [
			...readJson(triggers, id),
			...readJson(signals, id)
		]);
		return { ...row, uses, hooked: [...new Set(hooked.flat())].sort() };
	});
}

/** Forgets what was counted, so that the next calls tell alone; false where nothing is called so. */
export async function beginAnew(context: Context, clientId: string): Promise<boolean> {
	// What waits to be written belongs to before.
	await flushCalls(context);
	return context.write(async ({ db, machineNow }) => {
		const [known] = await db
			.select({ clientId: applications.clientId })
			.from(applications)
			.where(eq(applications.clientId, clientId));
		if (!known) return false;
		await db.delete(itemUses).where(eq(itemUses.clientId, clientId));
		await db
			.insert(recordings)
			.values({ clientId, begunAt: machineNow })
			.onConflictDoUpdate({ target: recordings.clientId, set: { begunAt: machineNow } });
		return true;
	});
}
