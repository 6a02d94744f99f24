import { expect, it } from 'vitest';
import { killExchanges } from '../../../../../soak/kill-exchanges.ts';

it('kill -9 loses no token that was answered, and gives no code a second life', async () => {
	const { faults } = await killExchanges({ databases: 2, kills: 5 });
	expect(faults).toEqual([]);
});
