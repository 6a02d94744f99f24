import { startTemporaryServer } from '../tools/temporary-server.ts';
import { createExchanger } from './exchange-load.ts';
import { median } from './figures.ts';
import { fillDatabase, type Prepared } from './fill-database.ts';
import { printRatio } from './line.ts';
import { startPeer } from './peers/start-peer.ts';

const ROUNDS = 7;
const EXCHANGES = 1500;
const CODES = (ROUNDS + 2) * EXCHANGES;
const STORED_PAIRS = 1_000_000;

interface Contestant {
	/** @returns exchanges per second */
	readonly exchange: (exchanges: number) => Promise<number>;
	readonly stop: () => Promise<void>;
}

/** Measures code exchanges of the built server, each in a transaction that is synced to disk. */
export async function benchExchange(): Promise<void> {
	console.log('\nCode exchange, 16 connections, each code once, in turns');
	const ours = await startOurs();
	const provider = await startOther('oidc-provider');
	const mock = await startOther('oauth2-mock-server');
	const full = await startOurs(STORED_PAIRS);
	try {
		const rates = await takeTurns([ours, provider, mock, full]);
		const [our = NaN, theirs = NaN, mocked = NaN, ourFull = NaN] = rates.map(median);
		printRatio(
			'exchanges, answered after the sync to disk',
			our,
			{ name: 'oidc-provider, in memory', value: theirs },
			'ex/s',
			{ least: 1 }
		);
		printRatio('the same', our, { name: 'oauth2-mock-server', value: mocked }, 'ex/s', {
			least: 5
		});
		printRatio(
			'one exchange of a burst, a million token pairs stored',
			1000 / ourFull,
			{ name: 'with none', value: 1000 / our },
			'ms',
			{ most: 1.2 }
		);
	} finally {
		await Promise.all([ours, provider, mock, full].map(({ stop }) => stop()));
	}
}

/** Exchanges per second of each, round by round; the first two rounds only warm up. */
async function takeTurns(contestants: readonly Contestant[]): Promise<readonly number[][]> {
	const rates = contestants.map((): number[] => []);
	for (let round = -2; round < ROUNDS; round++) {
		for (const [index, { exchange }] of contestants.entries()) {
			const rate = await exchange(EXCHANGES);
			if (round >= 0) rates[index]?.push(rate);
		}
	}
	return rates;
}

async function startOurs(pairs = 0): Promise<Contestant> {
	const prepared = Promise.withResolvers<Prepared>();
	const server = await startTemporaryServer({
		env: { RATE_LIMITS: 'off' },
		fill: async (file) => prepared.resolve(await fillDatabase(file, { codes: CODES, pairs }))
	});
	const peer = { ...(await prepared.promise), url: `${server.origin}/oauth/token` };
	return { exchange: createExchanger(peer), stop: () => server.stop() };
}

async function startOther(name: string): Promise<Contestant> {
	const peer = await startPeer(name, CODES);
	return { exchange: createExchanger(peer), stop: () => peer.stop() };
}
