import { expect, test } from '@playwright/test';
import { startTemporaryServer } from '../../tools/temporary-server.ts';
import { exchangeBytes, faultOfBytes, oddBytes } from '../support/fuzz-bytes.ts';
import { findPlaces } from '../support/fuzz-places.ts';
import { fuzzServer } from '../support/fuzz-server.ts';

const CONNECTIONS = 16;

test('4,000 odd requests are refused or answered, and none fells the server', async () => {
	const server = await startTemporaryServer({ env: { RATE_LIMITS: 'off' } });
	try {
		const { statuses, faults } = await fuzzServer(server.origin, 4_000, 1);
		expect(faults).toEqual([]);
		// Most of it has to reach what it is about.
		expect(statuses.get(200) ?? 0).toBeGreaterThan(400);
		expect(statuses.get(416) ?? 0).toBeGreaterThan(0);
	} finally {
		await server.stop();
	}
});

test('bytes that are no good HTTP get one answer for programs, or none', async () => {
	const server = await startTemporaryServer({ env: { RATE_LIMITS: 'off' } });
	try {
		const { host } = new URL(server.origin);
		const all = oddBytes({ ...(await findPlaces(server.origin)), HOST: host });
		const left = [...all];
		const faults: string[] = [];
		let answered = 0;
		const work = async () => {
			for (let next = left.pop(); next; next = left.pop()) {
				const received = await exchangeBytes(server.origin, next.bytes);
				if (received !== '') answered += 1;
				const fault = faultOfBytes(next, received);
				if (fault) faults.push(fault);
			}
		};
		await Promise.all(Array.from({ length: CONNECTIONS }, work));
		expect(faults).toEqual([]);
		expect(answered).toBeGreaterThan(all.length / 2);
		expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
	} finally {
		await server.stop();
	}
});
