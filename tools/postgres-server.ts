import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { bringPrograms, ownerOf, type PostgresUser } from './postgres-programs.ts';
import { freePort } from './temporary-server.ts';

/** Milliseconds that a new server may take until it answers. */
const STARTING = 60_000;

/** What no test needs: what a power cut would take away is gone with the test anyway. */
const UNSAFE = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/** Only one user is asked for a password, which tests are about. */
export const GUARDED_USER = 'valetkey_guarded';
const ADMITTED = `host all ${GUARDED_USER} 127.0.0.1/32 scram-sha-256
host all,replication all 127.0.0.1/32 trust
`;

const SUPERUSER = 'valetkey';

export interface PostgresServer {
	/** Address of a database from which others can be created. */
	readonly url: string;
	/** Ends it as a power cut would. */
	crash(): Promise<void>;
	/** Starts it again after that, with what it wrote. */
	restart(): Promise<void>;
	/** Ends it likewise, and removes what it wrote. */
	stop(): Promise<void>;
}

/**
 * Starts a server of PostgreSQL of its own on a free port: an installed one, or Debian's, which is
 * installed where that can be done.
 *
 * @param isSafe keeps what was committed over a crash of the machine, at the price of a sync each
 * @returns null where none can be had
 */
export async function startPostgres({ isSafe = false } = {}): Promise<PostgresServer | null> {
	const programs = bringPrograms();
	if (programs === null) return null;
	const home = makeHome(programs);
	runIn(home, 'initdb', ['-A', 'trust', '-U', SUPERUSER, '-E', 'UTF8', '--locale=C', '--no-sync']);
	writeFileSync(join(home.data, 'pg_hba.conf'), ADMITTED);
	return serve(home, isSafe ? [] : UNSAFE);
}

/**
 * Starts a standby of a server, which follows it and takes no writes.
 *
 * @returns null where none can be had
 */
export async function startStandby(primary: string): Promise<PostgresServer | null> {
	const programs = bringPrograms();
	if (programs === null) return null;
	const home = makeHome(programs);
	runIn(home, 'pg_basebackup', ['-d', primary, '-R', '--checkpoint=fast', '--no-sync']);
	return serve(home, UNSAFE);
}

/** A folder in which a server keeps what it has. */
interface Home {
	readonly programs: string;
	readonly folder: string;
	readonly data: string;
	readonly user: PostgresUser;
}

function makeHome(programs: string): Home {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-postgres-'));
	return { programs, folder, data: join(folder, 'data'), user: ownerOf(folder) };
}

function runIn({ programs, folder, data, user }: Home, program: string, args: readonly string[]) {
	execFileSync(join(programs, program), ['-D', data, ...args], {
		stdio: ['ignore', 'ignore', 'inherit'],
		cwd: folder,
		...user
	});
}

async function serve(
	{ programs, folder, data, user }: Home,
	more: readonly string[]
): Promise<PostgresServer> {
	const port = await freePort();
	const settings = [
		`port=${port}`,
		'listen_addresses=127.0.0.1',
		`unix_socket_directories=${folder}`,
		'max_connections=200',
		...more
	];
	const start = () =>
		spawn(
			join(programs, 'postgres'),
			['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
			{ stdio: 'ignore', cwd: folder, ...user }
		);
	const url = `postgres://${SUPERUSER}@127.0.0.1:${port}/postgres`;
	let child = start();
	const crash = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const exited = once(child, 'exit');
		child.kill('SIGQUIT');
		await exited;
	};
	const server: PostgresServer = {
		url,
		crash,
		async restart() {
			child = start();
			await untilItAnswers(url);
		},
		async stop() {
			await crash();
			rmSync(folder, { recursive: true, force: true });
		}
	};
	try {
		await untilItAnswers(url);
	} catch (error) {
		await server.stop();
		throw error;
	}
	return server;
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
