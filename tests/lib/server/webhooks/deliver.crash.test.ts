import { expect, it } from 'vitest';
import { killWebhooks } from '../../../../soak/kill-webhooks.ts';

it('kill -9 leaves nothing committed that is not told, and nothing told that is not committed', async () => {
	const { faults } = await killWebhooks(4);
	expect(faults).toEqual([]);
});
