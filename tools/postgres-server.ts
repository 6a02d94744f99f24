import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './temporary-server.ts';

/** Milliseconds that a new server may take until it answers. */
const STARTING = 60_000;

const APT = '/usr/bin/apt-get';

/** What no test needs: what a power cut would take away is gone with the test anyway. */
const UNSAFE = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/** Only one user is asked for a password, which tests are about. */
export const GUARDED_USER = 'valetkey_guarded';
const ADMITTED = `host all ${GUARDED_USER} 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust
`;

export interface PostgresServer {
	/** Address of a database from which others can be created. */
	readonly url: string;
	/** Ends it as a power cut would, and removes what it wrote. */
	stop(): Promise<void>;
}

/** Who may run a server: it refuses root. */
interface User {
	readonly uid?: number;
	readonly gid?: number;
}

/**
 * Starts a server of PostgreSQL of its own on a free port: an installed one, or Debian's, which is
 * installed where that can be done.
 *
 * @param isSafe keeps what was committed over a crash of the machine, at the price of a sync each
 * @returns null where none can be had
 */
export async function startPostgres({ isSafe = false } = {}): Promise<PostgresServer | null> {
	const programs = findPrograms() ?? (installPrograms() ? findPrograms() : null);
	if (programs === null) return null;
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-postgres-'));
	const user = isRoot() ? ownerOf(folder) : {};
	const data = join(folder, 'data');
	execFileSync(
		join(programs, 'initdb'),
		['-D', data, '-A', 'trust', '-U', 'valetkey', '-E', 'UTF8', '--locale=C', '--no-sync'],
		{ stdio: ['ignore', 'ignore', 'inherit'], cwd: folder, ...user }
	);
	writeFileSync(join(data, 'pg_hba.conf'), ADMITTED);
	const port = await freePort();
	const settings = [
		`port=${port}`,
		'listen_addresses=127.0.0.1',
		`unix_socket_directories=${folder}`,
		'max_connections=200',
		...(isSafe ? [] : UNSAFE)
	];
	const child = spawn(
		join(programs, 'postgres'),
		['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
		{ stdio: 'ignore', cwd: folder, ...user }
	);
	const url = `postgres://valetkey@127.0.0.1:${port}/postgres`;
	const stop = async () => {
		if (child.exitCode === null && child.signalCode === null) {
			const exited = once(child, 'exit');
			child.kill('SIGQUIT');
			await exited;
		}
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		await untilItAnswers(url);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, stop };
}

/** Does something over a connection that is closed again afterwards. */
export async function withConnection<T>(
	url: string,
	work: (client: pg.Client) => Promise<T>
): Promise<T> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** The address of another database of the same server. */
export function databaseAt(url: string, name: string): string {
	const other = new URL(url);
	other.pathname = `/${name}`;
	return other.href;
}

async function untilItAnswers(url: string): Promise<void> {
	const giveUpAt = performance.now() + STARTING;
	for (;;) {
		try {
			await withConnection(url, (client) => client.query('select 1'));
			return;
		} catch (error) {
			if (performance.now() > giveUpAt) throw error;
			await pause(50);
		}
	}
}

/** The folder of the newest installed server; null when there is none. */
function findPrograms(): string | null {
	const folders = globSync('/usr/lib/postgresql/*/bin').filter((folder) =>
		existsSync(join(folder, 'initdb'))
	);
	const version = (folder: string) => Number(folder.split('/')[4]);
	return folders.sort((a, b) => version(b) - version(a))[0] ?? null;
}

function installPrograms(): boolean {
	if (!isRoot() || !existsSync(APT)) return false;
	console.log('Installing PostgreSQL from the Debian archive …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return [
		['-qq', 'update'],
		['-qq', '-y', 'install', '--no-install-recommends', 'postgresql']
	].every(
		(args) => spawnSync(APT, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
	);
}

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

/** Hands a folder to the user that Debian's package makes. */
function ownerOf(folder: string): User {
	const ask = (flag: string) =>
		Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	const user = { uid: ask('-u'), gid: ask('-g') };
	chownSync(folder, user.uid, user.gid);
	return user;
}
