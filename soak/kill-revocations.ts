import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { randomKeyText } from '#lib/server/secret-key.ts';
import { bundle } from '../tests/support/bundle.ts';
import { databaseAt, startPostgres, withConnection } from '../tools/postgres-server.ts';
import { runAndKill } from './kill-loop.ts';
import { count, type Soak, type SoakOutcome } from './soak.ts';

/** Milliseconds that the program lives at most after it began to revoke: before, within and after the first of them. */
const LONGEST_LIFE = 120;

export const killRevocationsSoak: Soak = {
	name: 'kill-revocations',
	run: () => killRevocations(150)
};

/**
 * Kills programs while owners take access back, on each engine that can be had. What an owner was told
 * is taken back has to be so; what was not told is whole or not there: connections, history, access
 * token and refresh token agree.
 *
 * @param kills on each engine
 */
export async function killRevocations(kills: number): Promise<SoakOutcome> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-revoke-'));
	const server = await startPostgres();
	try {
		const program = await bundle('tests/support/revoke-loop.ts', folder);
		const urls = [`file:${join(folder, 'valetkey.db')}`];
		if (server !== null) {
			await withConnection(server.url, (client) => client.query('create database revocations'));
			urls.push(databaseAt(server.url, 'revocations'));
		}
		const outcomes = await Promise.all(
			urls.map((url, index) => killOn(url, { program, kills, file: join(folder, `said-${index}`) }))
		);
		return {
			figures: [count(urls.length, 'engine'), ...outcomes.flatMap(({ figures }) => figures)],
			faults: outcomes.flatMap(({ faults }) => faults)
		};
	} finally {
		await server?.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

interface Killed {
	readonly program: string;
	readonly kills: number;
	/** In which what the program said is kept. */
	readonly file: string;
}

async function killOn(url: string, { program, kills, file }: Killed): Promise<SoakOutcome> {
	const env = { DATABASE_URL: url, SECRET_KEY: randomKeyText() };
	let said = '';
	for (let kill = 0; kill < kills; kill += 1) {
		said += await runAndKill(program, ['run'], 'revoking', { env, longest: LONGEST_LIFE });
	}
	writeFileSync(file, said);
	const checked = await promisify(execFile)(process.execPath, [program, 'check', file], {
		env: { ...process.env, ...env }
	});
	const lines = said.trim().split('\n');
	const answered = lines.filter((line) => line.startsWith('revoked ')).length;
	return {
		figures: [
			count(kills, 'kill'),
			count(answered, 'answered revocation'),
			`${lines.length - 2 * answered} cut off`
		],
		faults: checked.stdout.split('\n').filter(Boolean)
	};
}
