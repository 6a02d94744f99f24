import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const APT = '/usr/bin/apt-get';

/** The folder of the programs, which are Debian's where none are installed; null where none can be had. */
export function bringPrograms(): string | null {
	return findPrograms() ?? (installPrograms() ? findPrograms() : null);
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

/** Who may run a server: it refuses root. */
export interface PostgresUser {
	readonly uid?: number;
	readonly gid?: number;
}

/** Hands a folder to the user that Debian's package makes, where this is root; else it is ours. */
export function ownerOf(folder: string): PostgresUser {
	if (!isRoot()) return {};
	const ask = (flag: string) =>
		Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	const user = { uid: ask('-u'), gid: ask('-g') };
	chownSync(folder, user.uid, user.gid);
	return user;
}
