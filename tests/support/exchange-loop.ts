import { createConnectedClient, giveCodes } from './codes.ts';
import { openStorage } from '../../tools/storage.ts';
import { exchange, refreshBy, tokensOf } from './tokens.ts';

/**
 * A program that exchanges codes and refreshes what it got, sixteen at a time, until it is killed.
 * It acknowledges each answer on its standard output once it has it.
 *
 * Arguments: database file, client id and secret (a new application when empty).
 */
const [, , file = '', clientId = '', secret = ''] = process.argv;
const AT_A_TIME = 16;
const CODES = 256;

const { now } = await openStorage(file);
const client = clientId ? { clientId, secret } : await createConnectedClient(now());
process.stdout.write(`client ${client.clientId} ${client.secret}\n`);

let codes: string[] = [];
let refilled: Promise<void> | null = null;
await Promise.all(Array.from({ length: AT_A_TIME }, work));

async function work(): Promise<never> {
	for (;;) {
		const code = await nextCode();
		const pair = tokensOf(await exchange(now(), client, code));
		process.stdout.write(`exchanged ${code} ${pair.access} ${pair.refresh}\n`);
		const next = tokensOf(await refreshBy(now(), client, pair.refresh));
		process.stdout.write(`refreshed ${code} ${next.access} ${next.refresh}\n`);
	}
}

async function nextCode(): Promise<string> {
	for (;;) {
		const code = codes.pop();
		if (code !== undefined) return code;
		refilled ??= refill();
		await refilled;
	}
}

async function refill(): Promise<void> {
	codes = [...(await giveCodes(now(), client.clientId, CODES))];
	refilled = null;
}
