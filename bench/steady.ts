import { startOurs } from './contestants.ts';
import { quantile } from './figures.ts';
import { printRatio } from './line.ts';

const STORED_PAIRS = 1_000_000;
/** Seconds of load, after those that warm up. */
const SECONDS = 60;
const WARM_UP = 5;
/** Milliseconds between two requests to one server. */
const APART = 10;

/**
 * Measures exchanges that come at a steady rate, of a server that has issued a lot and of one that
 * has not, in the same seconds: what else the machine does then weighs on both.
 */
export async function benchSteady(): Promise<void> {
	console.log(`\nCode exchange under steady load, ${1000 / APART} a second for ${SECONDS} s`);
	const measured = (SECONDS * 1000) / APART;
	const warmUp = (WARM_UP * 1000) / APART;
	const codes = measured + warmUp;
	const both = [await startOurs({ codes, pairs: STORED_PAIRS }), await startOurs({ codes })];
	const load = (exchanges: number) =>
		Promise.all(both.map(({ client }) => client.steadily(exchanges, APART)));
	try {
		await load(warmUp);
		const [full = NaN, empty = NaN] = (await load(measured)).map((times) => quantile(times, 0.99));
		const name = 'p99 with a million token pairs stored';
		printRatio(name, full, { name: 'with none', value: empty }, 'ms', { most: 1.2 });
	} finally {
		await Promise.all(both.map(({ stop }) => stop()));
	}
}
