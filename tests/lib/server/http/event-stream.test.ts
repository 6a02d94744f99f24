import { endStreams, lookStream } from '#lib/server/http/event-stream.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	endStreams();
	vi.useRealTimers();
});

/** A stream, what tells of a change in it, and whether it was ended. */
function begin() {
	const stop = vi.fn();
	let changed = () => {};
	const response = lookStream((tell) => {
		changed = tell;
		return stop;
	});
	if (!response?.body) throw new TypeError('No stream');
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	return { response, reader, stop, changed: () => changed() };
}

describe('a stream of events', () => {
	it('is one that nobody keeps or gathers', () => {
		const { headers } = begin().response;
		expect(headers.get('content-type')).toBe('text/event-stream');
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('x-accel-buffering')).toBe('no');
	});

	it('tells of a change at once, and of time each 10 seconds', async () => {
		const { reader, changed } = begin();
		expect((await reader.read()).value).toBe('retry: 1000\n\n');
		changed();
		expect((await reader.read()).value).toBe('event: look\ndata: changed\n\n');
		vi.advanceTimersByTime(10_000);
		expect((await reader.read()).value).toBe('event: look\ndata: time\n\n');
	});

	it('ends by itself, before the server would cut it off', async () => {
		const { reader, stop } = begin();
		vi.advanceTimersByTime(100_000);
		let last = await reader.read();
		while (!last.done) last = await reader.read();
		expect(stop).toHaveBeenCalledTimes(1);
	});

	it('ends when the server is told to stop, whatever changes then', async () => {
		const { reader, stop, changed } = begin();
		endStreams();
		changed();
		await reader.read();
		expect((await reader.read()).done).toBe(true);
		expect(stop).toHaveBeenCalledTimes(1);
	});

	it('lets go when its reader leaves', async () => {
		const stop = vi.fn();
		await lookStream(() => stop)?.body?.cancel();
		expect(stop).toHaveBeenCalledTimes(1);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is not there where there is no room', () => {
		expect(lookStream(() => null)).toBeNull();
	});
});
