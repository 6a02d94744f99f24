import { startOther, startOurs, type Contestant } from './contestants.ts';
import { CONNECTIONS } from './exchange-load.ts';
import { median } from './figures.ts';
import { printRatio } from './line.ts';
import { processorTime } from './processor-time.ts';
import { takeTurns } from './turns.ts';

const TURNS = { rounds: 7, warmUp: 2 };
const EXCHANGES = 1500;
const CODES = (TURNS.rounds + TURNS.warmUp) * EXCHANGES;

/** A second figure without a goal: how it goes on where more ask at a time. */
const MANY = { connections: 64, rounds: 5, warmUp: 1 };
const MORE_CODES = (MANY.rounds + MANY.warmUp) * EXCHANGES;

/** Measures code exchanges of the built server, each in a transaction that is synced to disk. */
export async function benchExchange(): Promise<void> {
	console.log(`\nCode exchange, ${CONNECTIONS} connections, each code once, in turns`);
	const ours = await startOurs({ codes: CODES + MORE_CODES });
	const provider = await startOther('oidc-provider', CODES + MORE_CODES);
	const mock = await startOther('oauth2-mock-server', CODES);
	const all = [ours, provider, mock];
	try {
		const figures = await takeTurns(
			all.map((contestant) => () => turnOf(contestant)),
			TURNS
		);
		const medianOf = (of: keyof Turn) => figures.map((turns) => median(turns.map((it) => it[of])));
		const [rate = NaN, ofProvider = NaN, ofMock = NaN] = medianOf('perSecond');
		const what = 'exchanges, answered after the sync to disk';
		const memory = { name: 'oidc-provider, in memory', value: ofProvider };
		printRatio(what, rate, memory, 'ex/s', { least: 1.2 });
		const peer = { name: 'oauth2-mock-server', value: ofMock };
		printRatio('the same', rate, peer, 'ex/s', { least: 5 });
		const [processor = NaN, ...others] = medianOf('processor');
		const inMemory = { name: 'oidc-provider', value: others[0] ?? NaN };
		printRatio('processor time of an exchange', processor, inMemory, 'ms');
		await benchMany(ours, provider);
	} finally {
		await Promise.all(all.map(({ stop }) => stop()));
	}
}

async function benchMany(ours: Contestant, provider: Contestant): Promise<void> {
	const figures = await takeTurns(
		[ours, provider].map((contestant) => () => turnOf(contestant, MANY.connections)),
		MANY
	);
	const [rate = NaN, ofProvider = NaN] = figures.map((turns) =>
		median(turns.map(({ perSecond }) => perSecond))
	);
	const memory = { name: 'oidc-provider, in memory', value: ofProvider };
	printRatio(`exchanges over ${MANY.connections} connections`, rate, memory, 'ex/s');
}

interface Turn {
	readonly perSecond: number;
	/** Milliseconds that one exchange took of the processors. */
	readonly processor: number;
}

async function turnOf({ client, pid }: Contestant, connections?: number): Promise<Turn> {
	const before = processorTime(pid);
	const { perSecond } = await client.burst(EXCHANGES, connections);
	return { perSecond, processor: (processorTime(pid) - before) / EXCHANGES };
}
