import { untilDone } from '#lib/server/until-done.ts';
import { expect, it, vi } from 'vitest';

it('work is done once for all who ask, at the same time and later', async () => {
	const work = vi.fn(() => Promise.resolve('done'));
	const ask = untilDone(work);
	expect(await Promise.all([ask(), ask()])).toEqual(['done', 'done']);
	expect(await ask()).toBe('done');
	expect(work).toHaveBeenCalledTimes(1);
});

it('work that failed fails all who waited for it, and is tried again for the next', async () => {
	const work = vi
		.fn<() => Promise<string>>()
		.mockRejectedValueOnce(new Error('not yet'))
		.mockResolvedValueOnce('done');
	const ask = untilDone(work);
	expect(await Promise.allSettled([ask(), ask()])).toMatchObject([
		{ reason: { message: 'not yet' } },
		{ reason: { message: 'not yet' } }
	]);
	expect(work).toHaveBeenCalledTimes(1);
	expect(await ask()).toBe('done');
});
