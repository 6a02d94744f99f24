import { expect, test } from '@playwright/test';
import { startTemporaryServer } from '../../tools/temporary-server.ts';
import { fuzzServer } from '../support/fuzz-server.ts';

test('2,000 odd requests are refused or answered, and none fells the server', async () => {
	const server = await startTemporaryServer({ env: { RATE_LIMITS: 'off' } });
	try {
		const { statuses, faults } = await fuzzServer(server.origin, 2_000, 1);
		expect(faults).toEqual([]);
		// Most of it has to reach what it is about.
		expect(statuses.get(200) ?? 0).toBeGreaterThan(200);
		expect(statuses.get(416) ?? 0).toBeGreaterThan(0);
	} finally {
		await server.stop();
	}
});
