import { startTemporaryServer } from '../tools/temporary-server.ts';
import { fuzzServer } from '../tests/support/fuzz-server.ts';
import { count, type Soak, type SoakOutcome } from './soak.ts';

const SEED = 20_261_126;

export const fuzzHeadersSoak: Soak = { name: 'fuzz-headers', run: () => fuzzHeaders(100_000) };

/** Sends odd requests, odd in their headers above all. None may be a 5xx, or end the server. */
async function fuzzHeaders(requests: number): Promise<SoakOutcome> {
	const server = await startTemporaryServer({ env: { RATE_LIMITS: 'off' } });
	try {
		const { statuses, faults } = await fuzzServer(server.origin, requests, SEED);
		const answered = [...statuses]
			.toSorted(([one], [other]) => one - other)
			.map(([status, times]) => `${status || 'closed'} × ${times.toLocaleString('en')}`);
		return { figures: [count(requests, 'request'), `seed ${SEED}`, ...answered], faults };
	} finally {
		await server.stop();
	}
}
