import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import type { SampleRun } from '#lib/connect/sample-link.ts';
import { and, desc, eq, lt, notInArray } from 'drizzle-orm';
import { hasApplication } from '../../applications/has-application.ts';
import type { Context } from '../../context.ts';
import { sampleRuns } from '../../db/client-schema.ts';
import { digestOf } from '../../digest.ts';

/** Runs of the sample client that a browser may have under way at a time. */
const MAX_RUNS = 5;

/** And all browsers together; the oldest give way. */
const MAX_RUNS_IN_ALL = 1000;

/** Finds what a browser began; another browser's run is none. */
export async function findRun(
	context: Context,
	browser: string | undefined,
	state: string | null
): Promise<SampleRun | null> {
	if (browser === undefined || state === null) return null;
	return context.read(async ({ db, machineNow }) => {
		const [run] = await db
			.select({
				clientId: sampleRuns.clientId,
				redirectUri: sampleRuns.redirectUri,
				startedAt: sampleRuns.startedAt
			})
			.from(sampleRuns)
			.where(belongs(browser, state));
		if (!run || isOver(run.startedAt, LIFETIMES.sampleRun, machineNow)) return null;
		return { clientId: run.clientId, redirectUri: run.redirectUri };
	});
}

/**
 * A state is good for one answer.
 *
 * @returns false where it was forgotten before.
 */
export async function forgetRun(
	context: Context,
	browser: string,
	state: string
): Promise<boolean> {
	return context.write(async ({ db }) => {
		const forgotten = await db
			.delete(sampleRuns)
			.where(belongs(browser, state))
			.returning({ id: sampleRuns.id });
		return forgotten.length > 0;
	});
}

/** Of a browser, and of all together, the newest are kept; none of an application that is gone. */
export async function rememberRun(
	context: Context,
	browser: string,
	state: string,
	run: SampleRun
): Promise<void> {
	const mine = eq(sampleRuns.browserDigest, digestOf(browser));
	await context.write(async (transaction) => {
		const { db, machineNow } = transaction;
		if (!(await hasApplication(transaction, run.clientId))) return;
		await db.delete(sampleRuns).where(belongs(browser, state));
		await db.insert(sampleRuns).values({
			...run,
			browserDigest: digestOf(browser),
			stateDigest: digestOf(state),
			startedAt: machineNow
		});
		await db.delete(sampleRuns).where(lt(sampleRuns.startedAt, machineNow - LIFETIMES.sampleRun));
		for (const [which, most] of [
			[mine, MAX_RUNS],
			[undefined, MAX_RUNS_IN_ALL]
		] as const) {
			const newest = db
				.select({ id: sampleRuns.id })
				.from(sampleRuns)
				.where(which)
				.orderBy(desc(sampleRuns.id))
				.limit(most);
			await db.delete(sampleRuns).where(and(which, notInArray(sampleRuns.id, newest)));
		}
	});
}

function belongs(browser: string, state: string) {
	return and(
		eq(sampleRuns.browserDigest, digestOf(browser)),
		eq(sampleRuns.stateDigest, digestOf(state))
	);
}
