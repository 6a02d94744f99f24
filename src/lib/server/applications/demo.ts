import { normalizeSelection } from '#lib/access/selection.ts';
import { and, eq } from 'drizzle-orm';
import { insertApplication } from './applications.ts';
import { sampleUriAt } from './built-in-redirect-uris.ts';
import type { Context, Transaction } from '../context.ts';
import { applications, milestones } from '../db/schema.ts';
import { insertRedirectUri } from './redirect-uris.ts';

const CREATED = 'demo-created';

const DEMO_NAME = 'Charge Planner';
const DEMO_SELECTION = normalizeSelection([
	{ code: 'tractionbattery-stateofcharge', required: true },
	{ code: 'tractionbattery-range', required: false },
	{ code: 'charge-ischarging', required: false },
	{ code: 'odometer-traveleddistance', required: false }
]);

/** Creates the demo application on the very first start; once deleted it stays away. */
export async function createDemoOnce(context: Context, origin: string): Promise<void> {
	// Asked before: a start has no need to wait for another program's lock.
	if (await context.read(isCreated)) return;
	await context.write(async (transaction) => {
		if (await isCreated(transaction)) return;
		await makeDemo(transaction, origin);
	});
}

/** Makes the demo application, whether it was there before or not; part of a transaction. */
export async function makeDemo(
	transaction: Transaction,
	origin: string
): Promise<{ readonly clientId: string; readonly name: string }> {
	const clientId = await insertApplication(transaction, DEMO_NAME, 'live', {
		selection: DEMO_SELECTION
	});
	await insertRedirectUri(transaction, clientId, { uri: sampleUriAt(origin), isBuiltIn: true });
	await noteCreated(transaction);
	return { clientId, name: DEMO_NAME };
}

/** Has it stay away from a new database, where something else is wanted in its place. */
export async function leaveOutDemo(context: Context): Promise<void> {
	await context.write(async (transaction) => {
		if (!(await isCreated(transaction))) await noteCreated(transaction);
	});
}

/**
 * The client id of the demo application, part of a transaction; null where it is gone. It is the one that
 * was made at the milestone, for as long as its id is one from here: with the platform's it is somebody's own.
 */
export async function findDemo({ db }: Transaction): Promise<string | null> {
	const [demo] = await db
		.select({ clientId: applications.clientId })
		.from(applications)
		.innerJoin(milestones, eq(milestones.reachedAt, applications.createdAt))
		.where(and(eq(milestones.name, CREATED), eq(applications.clientIdMadeHere, true)));
	return demo?.clientId ?? null;
}

async function noteCreated({ db, machineNow: reachedAt }: Transaction): Promise<void> {
	await db
		.insert(milestones)
		.values({ name: CREATED, reachedAt })
		.onConflictDoUpdate({ target: milestones.name, set: { reachedAt } });
}

async function isCreated({ db }: Transaction): Promise<boolean> {
	const rows = await db.select().from(milestones).where(eq(milestones.name, CREATED));
	return rows.length > 0;
}
