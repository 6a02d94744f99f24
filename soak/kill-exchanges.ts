import { digestOf } from '#lib/server/digest.ts';
import type { Context } from '#lib/server/context.ts';
import { tokenPairs } from '#lib/server/db/connect-schema.ts';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../tests/support/bundle.ts';
import { exchange, type Client } from '../tests/support/tokens.ts';
import { runAndKill } from './kill-loop.ts';
import type { Kills } from './kill-publishers.ts';
import { count, type Soak, type SoakOutcome } from './soak.ts';
import { withStorage } from '../tools/storage.ts';

interface Acknowledged {
	readonly code: string;
	readonly access: string;
	readonly refresh: string;
}

interface Run {
	readonly client: Client;
	/** Answers with tokens that the program had in hand. */
	readonly acknowledged: readonly Acknowledged[];
}

export const killExchangesSoak: Soak = {
	name: 'kill-exchanges',
	run: () => killExchanges({ databases: 4, kills: 125 })
};

/**
 * Kills programs that exchange codes and refresh tokens; no answered token may be lost, and no code
 * may serve twice.
 */
export async function killExchanges({ databases, kills }: Kills): Promise<SoakOutcome> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-kill-'));
	try {
		const program = await bundle('tests/support/exchange-loop.ts', folder);
		const paths = Array.from({ length: databases }, (_, index) => join(folder, `${index}.db`));
		const runs = await Promise.all(paths.map((path) => killAgainAndAgain(program, path, kills)));
		const faults: string[] = [];
		for (const [index, run] of runs.entries()) {
			faults.push(...(await faultsOf(paths[index] ?? '', run)));
		}
		const acknowledged = runs.reduce((sum, run) => sum + run.acknowledged.length, 0);
		return {
			figures: [count(databases * kills, 'kill'), count(acknowledged, 'acknowledged token pair')],
			faults
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function killAgainAndAgain(program: string, path: string, kills: number): Promise<Run> {
	let client: Client = { clientId: '', secret: '' };
	const acknowledged: Acknowledged[] = [];
	for (let kill = 0; kill < kills; kill++) {
		const args = [path, client.clientId, client.secret];
		const run = readRun(await runAndKill(program, args, 'exchanged'));
		client = run.client;
		acknowledged.push(...run.acknowledged);
	}
	return { client, acknowledged };
}

function readRun(output: string): Run {
	const [, clientId = '', secret = ''] = /^client (\S+) (\S+)$/m.exec(output) ?? [];
	const lines = output.matchAll(/^(?:exchanged|refreshed) (\S+) (\S+) (\S+)\n/gm);
	const acknowledged = [...lines].map(([, code = '', access = '', refresh = '']) => ({
		code,
		access,
		refresh
	}));
	return { client: { clientId, secret }, acknowledged };
}

async function faultsOf(path: string, run: Run): Promise<readonly string[]> {
	return withStorage(path, async (context) => [
		...(await lostTokens(context, run.acknowledged)),
		...brokenRows(path),
		...(await codesServedTwice(context, run))
	]);
}

async function lostTokens(
	context: Context,
	acknowledged: readonly Acknowledged[]
): Promise<readonly string[]> {
	const pairs = await context.read(({ db }) => db.select().from(tokenPairs));
	const refreshOf = new Map(
		pairs.map((pair) => [pair.accessDigest.toString('hex'), pair.refreshDigest.toString('hex')])
	);
	return acknowledged
		.filter(
			({ access, refresh }) =>
				refreshOf.get(digestOf(access).toString('hex')) !== digestOf(refresh).toString('hex')
		)
		.map(({ code }) => `Tokens of the code ${code} were answered and are lost.`);
}

/** Each pair came of its code, used once, or of a refresh token, marked as used. */
function brokenRows(path: string): readonly string[] {
	const sqlite = new Database(path, { readonly: true });
	const broken = sqlite
		.prepare(
			`select authorizations.id from authorizations
			left join token_pairs on token_pairs.authorization_id = authorizations.id
			group by authorizations.id
			having count(token_pairs.id) <>
				(authorizations.code_used_at is not null) + count(token_pairs.refreshed_at)`
		)
		.all();
	const integrity = sqlite.prepare('pragma integrity_check').all();
	const foreignKeys = sqlite.prepare('pragma foreign_key_check').all();
	sqlite.close();
	return [
		...broken.map((row) => `An authorization and its tokens disagree: ${JSON.stringify(row)}.`),
		...(JSON.stringify(integrity) === '[{"integrity_check":"ok"}]'
			? []
			: [`The database is damaged: ${JSON.stringify(integrity)}.`]),
		...foreignKeys.map((row) => `A row points nowhere: ${JSON.stringify(row)}.`)
	];
}

/** Every code that was exchanged is refused when it comes again. */
async function codesServedTwice(
	context: Context,
	{ client, acknowledged }: Run
): Promise<readonly string[]> {
	const codes = [...new Set(acknowledged.map(({ code }) => code))];
	const before = await countPairs(context);
	const answers = await Promise.all(codes.map((code) => exchange(context, client, code)));
	const served = answers.filter(({ status }) => status !== 400);
	const after = await countPairs(context);
	return [
		...served.map(({ status }) => `A used code was answered with ${status}.`),
		...(after === before ? [] : [`Used codes made ${after - before} more pairs of tokens.`])
	];
}

function countPairs(context: Context): Promise<number> {
	return context.read(({ db }) => db.$count(tokenPairs));
}
