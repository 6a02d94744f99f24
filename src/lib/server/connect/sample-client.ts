import { readConnectQuery } from './authorize/read-query.ts';
import { encodeValue } from '#lib/access/connect-url/encoding.ts';
import { CONNECT_PATHS } from '#lib/access/connect-url/parameters.ts';
import { SAMPLE_CALLBACK } from '#lib/access/connect-url/sandbox-link.ts';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { getApplication } from '../applications.ts';
import { clock } from '../clock.ts';
import { write } from '../db/connection.ts';
import { clientSecrets } from '../db/connect-schema.ts';
import { requireDraft } from '../drafts.ts';
import { digestOf, randomSecret } from './digest.ts';

/** Runs of the sample client that a browser may have under way at a time. */
const MAX_RUNS = 5;

const SampleRuns = z.array(
	z.strictObject({ state: z.string(), clientId: z.string(), redirectUri: z.string() })
);

/** What the sample client remembers of a link that it opened, in a cookie, as apps do. */
export type SampleRun = z.infer<typeof SampleRuns>[number];

/** Reads the cookie; one that was tampered with is as good as none. */
export function parseRuns(cookie: string | undefined): readonly SampleRun[] {
	try {
		const runs = SampleRuns.safeParse(JSON.parse(cookie ?? '[]'));
		return runs.success ? runs.data : [];
	} catch {
		return [];
	}
}

export function formatRuns(runs: readonly SampleRun[], newest: SampleRun | null): string {
	return JSON.stringify([...(newest ? [newest] : []), ...runs].slice(0, MAX_RUNS));
}

/** A Connect link to open here, and what to remember of it. */
export interface SampleStart {
	readonly location: string;
	/** Null where the link leads to another app than the sample client. */
	readonly run: SampleRun | null;
}

/**
 * Turns the query of a Connect link into the link on this server. One that ends at the sample
 * client gets a `state` that nobody can guess, unless it brings its own.
 */
export async function startSample(search: string, origin: string): Promise<SampleStart> {
	const again = new URLSearchParams(search).has('vehicle_id');
	const { parameters } = readConnectQuery(again ? 'reauthenticate' : 'authorize', search);
	const address = `${origin}${CONNECT_PATHS[again ? 'reauthenticate' : 'authorize']}`;
	const application = await getApplication((parameters.clientId ?? '').toLowerCase());
	const standard = application?.redirectUris.find(({ isDefault }) => isDefault)?.uri;
	const redirectUri = parameters.redirectUri ?? standard;
	if (!application || redirectUri !== `${origin}${SAMPLE_CALLBACK}`) {
		return { location: `${address}${search}`, run: null };
	}
	const run = (state: string) => ({ state, clientId: application.clientId, redirectUri });
	if (parameters.state !== undefined) {
		return { location: `${address}${search}`, run: run(parameters.state) };
	}
	const state = randomSecret();
	// An empty one counts as absent, but beside ours it would be a second.
	const rest = search
		.slice(1)
		.split('&')
		.filter((part) => !/^(state=?)?$/.test(part));
	return {
		location: `${address}?${[...rest, `state=${encodeValue(state)}`].join('&')}`,
		run: run(state)
	};
}

/** Secrets that the sample client uses, made anew by every process and kept in its memory only. */
const secrets = new Map<string, string>();

/** The sample client's own secret for an application; it replaces the one of an earlier process. */
export async function sampleSecret(clientId: string): Promise<string> {
	const known = secrets.get(clientId);
	if (known !== undefined) return known;
	const secret = randomSecret();
	await write((db) => {
		// Without its draft an application is gone.
		requireDraft(db, clientId);
		db.delete(clientSecrets)
			.where(and(eq(clientSecrets.clientId, clientId), eq(clientSecrets.isSample, true)))
			.run();
		db.insert(clientSecrets)
			.values({
				clientId,
				isSample: true,
				digest: digestOf(secret),
				tail: secret.slice(-4),
				createdAt: clock.now()
			})
			.run();
	});
	secrets.set(clientId, secret);
	return secret;
}
