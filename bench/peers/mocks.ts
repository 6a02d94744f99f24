import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inProject } from '../../server/project.ts';
import { freePort, type RunningServer } from '../../tools/temporary-server.ts';

/** A server that answers what an OpenAPI file says. */
interface Mock {
	readonly name: string;
	readonly package: string;
	readonly version: string;
	/** Its program, in the folder of its package. */
	readonly program: string;
	readonly start: (file: string, port: number) => readonly string[];
}

/** Too large to be installed by everybody: fetched by who measures, once. */
export const MOCKS: readonly Mock[] = [
	{
		name: 'Prism',
		package: '@stoplight/prism-cli',
		version: '5.16.0',
		program: 'dist/index.js',
		start: (file, port) => ['mock', file, '-h', '127.0.0.1', '-p', `${port}`, '-v', 'silent']
	},
	{
		name: 'Mockoon',
		package: '@mockoon/cli',
		version: '9.9.0',
		program: 'bin/run.js',
		start: (file, port) => [
			...['start', '--data', file, '--hostname', '127.0.0.1', '--port', `${port}`],
			...['--repair', '--disable-log-to-file', '--disable-admin-api']
		]
	}
];

/** Tries until a server answers, and milliseconds between two of them. */
const TRIES = 240;
const PAUSE = 250;

/**
 * Starts a server that answers by an OpenAPI file.
 *
 * @param path which has to be answered
 * @returns null where it cannot be had
 */
export async function startMock(
	mock: Mock,
	document: object,
	path: string
): Promise<RunningServer | null> {
	const program = fetchMock(mock);
	if (program === null) return null;
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-mock-'));
	const file = join(folder, 'api.json');
	writeFileSync(file, JSON.stringify(document));
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const began = performance.now();
	const child = spawn(process.execPath, [program, ...mock.start(file, port)], { stdio: 'ignore' });
	const stop = async () => {
		const exited = once(child, 'exit');
		if (child.exitCode === null && child.kill('SIGKILL')) await exited;
		rmSync(folder, { recursive: true, force: true });
	};
	for (let tries = 0; tries < TRIES && child.exitCode === null; tries++) {
		const headers = { authorization: 'Bearer any' };
		const answer = await fetch(`${origin}${path}`, { headers }).catch(() => null);
		const { pid } = child;
		if (answer?.ok === true && pid !== undefined) {
			return { origin, pid, readyAfter: performance.now() - began, stop };
		}
		await pause(PAUSE);
	}
	await stop();
	console.log(`  ${mock.name}: not measured, since it did not answer`);
	return null;
}

/** @returns its program; null where the registry does not give it */
function fetchMock({ name, package: packageName, version, program }: Mock): string | null {
	const folder = inProject(`node_modules/.cache/valetkey-bench/${name}-${version}`);
	const path = join(folder, 'node_modules', packageName, program);
	if (existsSync(path)) return path;
	mkdirSync(folder, { recursive: true });
	const wanted = `${packageName}@${version}`;
	const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--silent'];
	const { status } = spawnSync('npm', ['install', ...quiet, '--prefix', folder, wanted]);
	if (status === 0 && existsSync(path)) return path;
	console.log(`  ${name}: not measured, since npm cannot fetch ${wanted}`);
	return null;
}
