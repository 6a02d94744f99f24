import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLive, type Live } from '../../../src/routes/(dashboard)/keep-live.svelte.ts';

/** What jsdom has none of. */
class Stream extends EventTarget {
	static readonly CLOSED = 2;
	static opened: Stream[] = [];
	readyState = 0;
	onopen = () => {};
	onerror = () => {};
	readonly url: string;

	constructor(url: string) {
		super();
		this.url = url;
		Stream.opened.push(this);
	}

	close(): void {
		this.readyState = Stream.CLOSED;
	}
}

const isOpen = ({ readyState }: Stream) => readyState !== Stream.CLOSED;
const open = () => Stream.opened.filter(isOpen).map(({ url }) => url);
const newest = () => Stream.opened.at(-1);
/** Milliseconds pass, and what was asked meanwhile is answered. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

let stop: () => void;
let live: Live;
let data = $state.raw({ vehicle: { id: 'first' } });
const read = vi.fn();
const ask = vi.fn();

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('EventSource', Stream);
	vi.stubGlobal('fetch', ask);
	Stream.opened = [];
	read.mockReset();
	ask.mockReset().mockResolvedValue({ ok: true });
	data = { vehicle: { id: 'first' } };
	stop = $effect.root(() => {
		live = keepLive(() => `/vehicles/${data.vehicle.id}/live`, read);
	});
	flushSync();
});

afterEach(() => {
	stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe('the stream of a page', () => {
	it('is one, however often it has its page read', async () => {
		read.mockImplementation(() => (data = { vehicle: { id: 'first' } }));
		for (const times of [1, 2]) {
			newest()?.dispatchEvent(new Event('look'));
			await pass(0);
			flushSync();
			expect(read).toHaveBeenCalledTimes(times);
		}
		expect(Stream.opened).toHaveLength(1);
		expect(open()).toEqual(['/vehicles/first/live']);
	});

	it('gives way to that of another vehicle', () => {
		data = { vehicle: { id: 'second' } };
		flushSync();
		expect(Stream.opened).toHaveLength(2);
		expect(open()).toEqual(['/vehicles/second/live']);
	});

	it('ends with its page', async () => {
		newest()?.dispatchEvent(new Event('look'));
		stop();
		expect(open()).toEqual([]);
		await pass(0);
		expect(read).not.toHaveBeenCalled();
	});

	it('has nothing read of a server that is gone, and says so', async () => {
		ask.mockRejectedValue(new TypeError('Failed to fetch'));
		newest()?.dispatchEvent(new Event('look'));
		await pass(0);
		expect(read).not.toHaveBeenCalled();
		expect(live.lost).toBe(true);
		expect(open()).toEqual([]);
	});

	it('has read what may have happened while it was away, and nothing when it begins', async () => {
		newest()?.onopen();
		await pass(0);
		expect(read).not.toHaveBeenCalled();
		newest()?.onerror();
		newest()?.onopen();
		await pass(0);
		expect(read).toHaveBeenCalledTimes(1);
		expect(live.lost).toBe(false);
	});

	it('is asked for less and less often, and follows again once it is there', async () => {
		newest()?.onerror();
		await pass(4_999);
		expect(live.lost).toBe(false);
		await pass(1);
		expect(live.lost).toBe(true);
		for (const wait of [5_000, 10_000, 20_000, 30_000, 30_000]) {
			const before = Stream.opened.length;
			await pass(wait - 1);
			expect(Stream.opened).toHaveLength(before);
			await pass(1);
			expect(Stream.opened).toHaveLength(before + 1);
			newest()?.onerror();
		}
		window.dispatchEvent(new Event('online'));
		newest()?.onopen();
		await pass(0);
		expect(live.lost).toBe(false);
		expect(read).toHaveBeenCalledTimes(1);
		expect(open()).toHaveLength(1);
	});
});
