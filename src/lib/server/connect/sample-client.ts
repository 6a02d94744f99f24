import { encodeValue } from '#lib/access/connect-url/encoding.ts';
import { CONNECT_PATHS } from '#lib/access/connect-url/parameters.ts';
import { readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { and, desc, eq, lt, notInArray } from 'drizzle-orm';
import { getApplication } from '../applications/applications.ts';
import { sampleUriAt } from '../applications/built-in-redirect-uris.ts';
import { hasApplication } from '../applications/has-application.ts';
import type { RedirectUri } from '../applications/redirect-uris.ts';
import type { Context } from '../context.ts';
import { clientSecrets, sampleRuns } from '../db/client-schema.ts';
import { digestOf, randomSecret } from '../digest.ts';

/** Runs of the sample client that a browser may have under way at a time. */
const MAX_RUNS = 5;

/** And all browsers together; the oldest give way. */
const MAX_RUNS_IN_ALL = 1000;

/** A link that the sample client opened, as it knows it again by its `state`. */
export interface SampleRun {
	readonly clientId: string;
	readonly redirectUri: string;
}

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

async function rememberRun(
	context: Context,
	browser: string,
	state: string,
	run: SampleRun
): Promise<void> {
	const mine = eq(sampleRuns.browserDigest, digestOf(browser));
	await context.write(async ({ db, machineNow }) => {
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

/**
 * Turns the query of a Connect link into the link on this server. One that ends at the sample
 * client gets a `state` that nobody can guess, unless it brings its own, and is remembered for the
 * browser.
 *
 * @param browser value of the cookie that names it; null where nothing shall begin
 */
export async function startSample(
	context: Context,
	search: string,
	origin: string,
	browser: string | null
): Promise<string> {
	const again = new URLSearchParams(search).has('vehicle_id');
	const { parameters } = readConnectQuery(again ? 'reauthenticate' : 'authorize', search);
	const address = `${origin}${CONNECT_PATHS[again ? 'reauthenticate' : 'authorize']}`;
	if (browser === null) return `${address}${search}`;
	const application = await getApplication(context, (parameters.clientId ?? '').toLowerCase());
	const standard = application?.redirectUris.find(({ isDefault }) => isDefault)?.uri;
	const redirectUri = parameters.redirectUri ?? standard;
	const ends = ({ uri, isBuiltIn }: RedirectUri) =>
		// Another server on the same file may have led the built-in one to itself; it knows the run, too.
		uri === redirectUri && (isBuiltIn || uri === sampleUriAt(origin));
	if (redirectUri === undefined || !application?.redirectUris.some(ends)) {
		return `${address}${search}`;
	}
	const run = { clientId: application.clientId, redirectUri };
	if (parameters.state !== undefined) {
		await rememberRun(context, browser, parameters.state, run);
		return `${address}${search}`;
	}
	const state = randomSecret();
	await rememberRun(context, browser, state, run);
	// An empty one counts as absent, but beside ours it would be a second.
	const rest = search
		.slice(1)
		.split('&')
		.filter((part) => !/^(state=?)?$/.test(part));
	return `${address}?${[...rest, `state=${encodeValue(state)}`].join('&')}`;
}

/** Secrets that the sample client made in this process; nothing but their digests leaves it. */
const secrets = new Map<string, string>();

/** Processes on one file that can each have a secret of an application. */
const MAX_SAMPLE_SECRETS = 8;

/**
 * The sample client's own secret for an application, beside those of other processes.
 *
 * @returns null when the application is gone
 */
export async function sampleSecret(context: Context, clientId: string): Promise<string | null> {
	const known = secrets.get(clientId);
	if (known !== undefined && (await isStored(context, clientId, known))) return known;
	const secret = randomSecret();
	const isKept = await context.write(async (transaction) => {
		const { db } = transaction;
		if (!(await hasApplication(transaction, clientId))) return false;
		await db.insert(clientSecrets).values({
			clientId,
			isSample: true,
			digest: digestOf(secret),
			tail: secret.slice(-4),
			createdAt: transaction.machineNow
		});
		const ours = and(eq(clientSecrets.clientId, clientId), eq(clientSecrets.isSample, true));
		const newest = db
			.select({ id: clientSecrets.id })
			.from(clientSecrets)
			.where(ours)
			.orderBy(desc(clientSecrets.id))
			.limit(MAX_SAMPLE_SECRETS);
		await db.delete(clientSecrets).where(and(ours, notInArray(clientSecrets.id, newest)));
		return true;
	});
	if (!isKept) return null;
	secrets.set(clientId, secret);
	return secret;
}

/** Another process may have made so many that this one's gave way, or the file was replaced. */
async function isStored(context: Context, clientId: string, secret: string): Promise<boolean> {
	return context.read(async ({ db }) => {
		const rows = await db
			.select({ id: clientSecrets.id })
			.from(clientSecrets)
			.where(and(eq(clientSecrets.clientId, clientId), eq(clientSecrets.digest, digestOf(secret))));
		return rows.length > 0;
	});
}
