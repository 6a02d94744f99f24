import { expect, it } from 'vitest';
import { killRevocations } from '../../../../soak/kill-revocations.ts';

it('kill -9 loses no revocation that an owner saw, and leaves none by half', async () => {
	const { faults } = await killRevocations(4);
	expect(faults).toEqual([]);
});
