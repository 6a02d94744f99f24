import { get } from 'node:http';
import { checkSharedKey, readSettings, type Settings } from '../src/lib/server/settings.ts';
import { buildWhenNeeded } from './fresh-build.ts';
import { serveBuild } from './serve.ts';

/** By name: errors of the built application are of other classes than those of the launcher. */
const TOLD_IN_ONE_LINE: ReadonlySet<string> = new Set([
	'SettingsError',
	'ListenError',
	'BuildError',
	'StorageError'
]);

try {
	await start();
} catch (error) {
	console.error(faultOf(error));
	process.exit(1);
}

async function start(): Promise<void> {
	checkSharedKey(readSettings(process.env));
	await buildWhenNeeded();
	const settings = await serveBuild(process.env);
	const address = localAddress(settings);
	await firstAnswer(`${address}/healthz`);
	announce(settings, address);
}

/** Says on standard output that requests are answered: to programs in JSON, to people in words. */
function announce({ origin, port, isPublic }: Settings, address: string): void {
	if (!process.stdout.isTTY) {
		console.log(JSON.stringify({ event: 'ready', origin, address, port, pid: process.pid }));
	}
	console.log(`Valetkey is ready on ${origin}`);
	if (isPublic) {
		console.log(
			'Others can reach this server, and it has no sign-in: whoever gets past what stands in front of it may read and change everything.'
		);
	}
}

/** Waits for any answer. `fetch` would do it too, and cost a start some 15 ms. */
function firstAnswer(url: string): Promise<void> {
	return new Promise((resolve, reject) => {
		get(url, { agent: false }, (response) => {
			response.resume();
			resolve();
		}).on('error', reject);
	});
}

/** Where this machine reaches the server, also when it listens on every address. */
function localAddress({ host, port }: { host: string; port: number }): string {
	if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
	if (host === '::') return `http://[::1]:${port}`;
	return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** One line for what a person can mend; the stack for what is a fault of the program. */
function faultOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (TOLD_IN_ONE_LINE.has(error.name)) return error.message;
	return error.stack ?? error.message;
}
