import { get } from 'node:http';
import { checkSharedKey, readSettings, type Settings } from '../src/lib/server/settings.ts';
import { startOrEnd } from './fault-line.ts';
import { serveBuild } from './serve.ts';

/** Serves the build, of which this is a part, and says so. */
export function startApplication(): Promise<void> {
	return startOrEnd(async () => {
		checkSharedKey(readSettings(process.env));
		const settings = await serveBuild(process.env);
		const address = localAddress(settings);
		await firstAnswer(`${address}/healthz`);
		announce(settings, address);
	});
}

/** Says on standard output that requests are answered: to programs in JSON, to people in words. */
function announce({ origin, port, isPublic, mail }: Settings, address: string): void {
	if (!process.stdout.isTTY) {
		console.log(JSON.stringify({ event: 'ready', origin, address, port, pid: process.pid }));
	}
	console.log(`Valetkey is ready on ${origin}`);
	if (mail.kind === 'outbox') console.log(`Mail to owners lands in ${origin}/sandbox/outbox`);
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
