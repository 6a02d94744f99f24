import { digestOf } from '#lib/server/connect/digest.ts';
import { authorizations, tokenPairs } from '#lib/server/db/connect-schema.ts';
import { connectDatabase, disconnectDatabase, read } from '#lib/server/db/connection.ts';
import { sql } from 'drizzle-orm';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../../support/bundle.ts';
import { exchange, type Client } from '../../../support/codes.ts';
import { useFolder } from '../../../support/storage.ts';

const folder = useFolder();

/** Databases at a time, and kills over each; every kill is at a random moment under load. */
const DATABASES = ['one', 'two', 'three', 'four'];
const KILLS = 50;
/** Longest time in milliseconds between the first answer of a run and its kill. */
const LONGEST_LIFE = 40;

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

async function runAndKill(program: string, path: string, client: Client): Promise<Run> {
	const child = spawn(process.execPath, [program, path, client.clientId, client.secret], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let output = '';
	let doomed = false;
	child.stdout.on('data', (chunk: Buffer) => {
		output += chunk.toString();
		if (doomed || !output.includes('exchanged')) return;
		doomed = true;
		setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_LIFE);
	});
	const [, signal] = await once(child, 'close');
	expect(signal).toBe('SIGKILL');
	return readRun(output);
}

function readRun(output: string): Run {
	const [, clientId = '', secret = ''] = /^client (\S+) (\S+)$/m.exec(output) ?? [];
	// A line that the kill cut short was not seen.
	const lines = output.matchAll(/^(?:exchanged|refreshed) (\S+) (\S+) (\S+)\n/gm);
	const acknowledged = [...lines].map(([, code = '', access = '', refresh = '']) => ({
		code,
		access,
		refresh
	}));
	return { client: { clientId, secret }, acknowledged };
}

async function runAndKillAgainAndAgain(program: string, path: string): Promise<Run> {
	let client: Client = { clientId: '', secret: '' };
	const acknowledged: Acknowledged[] = [];
	for (let kill = 0; kill < KILLS; kill++) {
		const run = await runAndKill(program, path, client);
		client = run.client;
		acknowledged.push(...run.acknowledged);
	}
	return { client, acknowledged };
}

describe('kill -9 during exchanges and refreshes', () => {
	it(
		'loses no token that was answered, and gives no code a second life',
		{ timeout: 300_000 },
		async () => {
			const paths = DATABASES.map((name) => join(folder.path, `${name}.db`));
			const program = await bundle('tests/support/exchange-loop.ts', folder.path);
			const runs = await Promise.all(paths.map((path) => runAndKillAgainAndAgain(program, path)));
			for (const [index, run] of runs.entries()) {
				connectDatabase(paths[index] ?? '');
				await checkTokens(run.acknowledged);
				await checkRows();
				await checkCodes(run);
				disconnectDatabase();
			}
		}
	);
});

async function checkTokens(acknowledged: readonly Acknowledged[]): Promise<void> {
	const pairs = await read((db) => db.select().from(tokenPairs).all());
	const refreshOf = new Map(
		pairs.map((pair) => [pair.accessDigest.toString('hex'), pair.refreshDigest.toString('hex')])
	);
	const lost = acknowledged.filter(
		({ access, refresh }) =>
			refreshOf.get(digestOf(access).toString('hex')) !== digestOf(refresh).toString('hex')
	);
	expect(acknowledged.length).toBeGreaterThan(KILLS);
	expect(lost).toEqual([]);
}

/** Each pair came of its code, used once, or of a refresh token, marked as used. */
async function checkRows(): Promise<void> {
	const broken = await read((db) =>
		db.all(sql`
			select ${authorizations.id} from ${authorizations}
			left join ${tokenPairs} on ${tokenPairs.authorizationId} = ${authorizations.id}
			group by ${authorizations.id}
			having count(${tokenPairs.id}) <>
				(${authorizations.codeUsedAt} is not null) + count(${tokenPairs.refreshedAt})`)
	);
	expect(broken).toEqual([]);
	const verdicts = await read((db) => [
		db.all(sql`pragma integrity_check`),
		db.all(sql`pragma foreign_key_check`)
	]);
	expect(verdicts).toEqual([[{ integrity_check: 'ok' }], []]);
}

/** Every code that was exchanged is refused when it comes again. */
async function checkCodes({ client, acknowledged }: Run): Promise<void> {
	const codes = [...new Set(acknowledged.map(({ code }) => code))];
	const before = await countPairs();
	const answers = await Promise.all(codes.map((code) => exchange(client, code)));
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
	expect(await countPairs()).toBe(before);
}

function countPairs(): Promise<number> {
	return read((db) => db.select({ id: tokenPairs.id }).from(tokenPairs).all().length);
}
