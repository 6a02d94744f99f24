import { CommandCenter } from '#lib/state/command-center.svelte.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => vi.useRealTimers());

describe('CommandCenter', () => {
	it('runs what a page offers, and nothing once the page has gone', () => {
		const center = new CommandCenter();
		const undo = vi.fn();
		const withdraw = center.offer({ undo });
		expect(center.run('undo')).toBe(true);
		expect(undo).toHaveBeenCalledOnce();
		withdraw();
		expect(center.run('undo')).toBe(false);
		expect(undo).toHaveBeenCalledOnce();
	});

	it('keeps the offer of the next page when the page before it goes late', () => {
		const center = new CommandCenter();
		const [first, second] = [vi.fn(), vi.fn()];
		const withdraw = center.offer({ publish: first });
		center.offer({ publish: second });
		withdraw();
		center.run('publish');
		expect(first).not.toHaveBeenCalled();
		expect(second).toHaveBeenCalledOnce();
	});

	it('lists what can run in the order of the registry, without what only has keys', () => {
		const center = new CommandCenter();
		center.offer({ redo: vi.fn(), publish: vi.fn(), theme: vi.fn(), search: vi.fn() });
		expect(center.runnable.map(({ id }) => id)).toEqual(['publish', 'redo', 'theme']);
	});

	it('hands on what is fetched when wanted, and tells when that fails', async () => {
		const center = new CommandCenter();
		expect(await center.whenFetched(Promise.resolve('search'))).toBe('search');
		expect(center.notice).toBe('');
		expect(await center.whenFetched(Promise.reject(new TypeError('Failed to fetch')))).toBeNull();
		expect(center.notice).toBe(
			'The server cannot be reached. Try again in a moment, or reload the page.'
		);
	});

	it('takes a notice away after four seconds, counted from the last one', () => {
		vi.useFakeTimers();
		const center = new CommandCenter();
		center.notify('Copied');
		vi.advanceTimersByTime(3000);
		center.notify('Theme: dark');
		vi.advanceTimersByTime(3000);
		expect(center.notice).toBe('Theme: dark');
		vi.advanceTimersByTime(1000);
		expect(center.notice).toBe('');
	});
});
