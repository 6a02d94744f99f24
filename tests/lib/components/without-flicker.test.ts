import { withoutFlicker } from '#lib/components/without-flicker.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Milliseconds after which work of that length is handed on, in steps of ten. */
async function handedOnAfter(duration: number, fails = false): Promise<number> {
	const work = new Promise<string>((resolve, reject) => {
		setTimeout(() => (fails ? reject(new Error('It failed')) : resolve('done')), duration);
	});
	let over = false;
	const end = () => (over = true);
	void withoutFlicker(work).then(end, end);
	let passed = 0;
	while (!over && passed < 5000) {
		await vi.advanceTimersByTimeAsync(10);
		passed += 10;
	}
	return passed;
}

describe('a wait', () => {
	it.each([
		['is over at once where no word came up', 50, 50],
		['is over at once just before that', 190, 190],
		['lets its word be read where one came up', 210, 500],
		['is no longer than its word has to stay', 450, 500],
		['is over at once after that', 900, 900]
	])('%s: %i ms of work take %i ms', async (_, duration, expected) => {
		expect(await handedOnAfter(duration)).toBe(expected);
		expect(await handedOnAfter(duration, true)).toBe(expected);
	});

	it('hands on what the work gave, or how it failed', async () => {
		await expect(withoutFlicker(Promise.resolve('done'))).resolves.toBe('done');
		await expect(withoutFlicker(Promise.reject(new Error('It failed')))).rejects.toThrow(
			'It failed'
		);
		expect(vi.getTimerCount()).toBe(0);
	});
});
