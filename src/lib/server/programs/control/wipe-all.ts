import type { Problem } from '#lib/access/configuration.ts';
import type { z } from 'zod';
import { leaveOutDemo, makeDemo } from '../../applications/demo.ts';
import { atMachineTime, type Context, type Transaction } from '../../context.ts';
import { countTables, emptyTables } from '../../db/empty-tables.ts';
import { pendingOf } from '../../fleet/calls/pending.ts';
import { log } from '../../log.ts';
import { forgetRequests } from '../../recorder/request-log.ts';
import { seedAll, type WantedSeed } from './seed-all.ts';
import { proveSeeded } from './seed-webhooks.ts';
import type { WipeAnswer } from './wipe-request.ts';

/** What is there afterwards: nothing, the demo, or what a seed wants. */
export type AfterWipe = 'nothing' | 'demo' | WantedSeed;

type WipedAll =
	| { readonly ok: true; readonly answer: z.infer<typeof WipeAnswer> }
	/** Nothing was changed. */
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Takes back all that was removed. */
class Unfit extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super('');
		this.problems = problems;
	}
}

/**
 * Empties the sandbox, its clock with it, and makes what shall be there: all of it or nothing, whatever
 * goes on beside it. What a start needs stays, and the demo comes back only where it is asked for.
 */
export async function wipeAll(context: Context, after: AfterWipe): Promise<WipedAll> {
	try {
		const { webhooks, ...made } = await context.writeAlone(async (transaction) => {
			const removed = named(await emptyTables(transaction.db));
			// Its clock is gone as well.
			return { removed, ...(await make(atMachineTime(transaction), after)) };
		});
		// What waits here to be written is of before.
		pendingOf(context).take();
		forgetRequests(context);
		log.warn({ removed: made.removed }, 'the sandbox was emptied');
		const proved = await proveSeeded(context, webhooks);
		return { ok: true, answer: { ...made, ...(proved.length > 0 && { webhooks: proved }) } };
	} catch (error) {
		if (error instanceof Unfit) return { ok: false, problems: error.problems };
		throw error;
	}
}

async function make(transaction: Transaction, after: AfterWipe) {
	if (after === 'demo') {
		const demo = await makeDemo(transaction, transaction.settings.origin);
		const change = { change: 'created', draft: 'written', version: null } as const;
		return { applications: [{ ...demo, ...change }], webhooks: [] };
	}
	await leaveOutDemo(transaction);
	if (after === 'nothing') return { applications: [], webhooks: [] };
	const seeded = await seedAll(transaction, after);
	if (!seeded.ok) throw new Unfit(seeded.problems);
	const { applications, vehicles, webhooks } = seeded;
	return {
		applications: [...applications],
		webhooks,
		...(vehicles.length > 0 && { vehicles: [...vehicles] })
	};
}

export type Removed = z.infer<typeof WipeAnswer>['removed'];

/** What a wipe would remove now. */
export function countAll(context: Context): Promise<Removed> {
	return context.read(async ({ db }) => named(await countTables(db)));
}

/** What is in the tables, by the names that people know it by. */
function named(rows: ReadonlyMap<string, number>): Removed {
	const rowsOf = (table: string) => rows.get(table) ?? 0;
	return {
		applications: rowsOf('applications'),
		versions: rowsOf('versions'),
		connections: rowsOf('connections'),
		consents: rowsOf('consents'),
		sessions: rowsOf('connect_sessions'),
		tokens: rowsOf('token_pairs') + rowsOf('machine_tokens'),
		accounts: rowsOf('vehicle_accounts'),
		vehicles: rowsOf('vehicles'),
		owners: rowsOf('owners'),
		mails: rowsOf('mails'),
		webhooks: rowsOf('webhooks'),
		deliveries: rowsOf('webhook_events'),
		faultRules: rowsOf('fault_rules'),
		requests: rowsOf('requests')
	};
}
