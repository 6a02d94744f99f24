import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLive } from '../../../src/routes/(dashboard)/keep-live.svelte.ts';

/** What jsdom has none of. */
class Stream extends EventTarget {
	static readonly CLOSED = 2;
	static opened: Stream[] = [];
	isClosed = false;
	readonly url: string;

	constructor(url: string) {
		super();
		this.url = url;
		Stream.opened.push(this);
	}

	close(): void {
		this.isClosed = true;
	}
}

const open = () => Stream.opened.filter(({ isClosed }) => !isClosed).map(({ url }) => url);

let stop: () => void;
let data = $state.raw({ vehicle: { id: 'first' } });
const read = vi.fn();

beforeEach(() => {
	vi.stubGlobal('EventSource', Stream);
	Stream.opened = [];
	read.mockReset();
	data = { vehicle: { id: 'first' } };
	stop = $effect.root(() => {
		keepLive(() => `/vehicles/${data.vehicle.id}/live`, read);
	});
	flushSync();
});

afterEach(() => {
	stop();
	vi.unstubAllGlobals();
});

describe('the stream of a page', () => {
	it('is one, however often it has its page read', () => {
		read.mockImplementation(() => (data = { vehicle: { id: 'first' } }));
		for (const times of [1, 2]) {
			Stream.opened[0]?.dispatchEvent(new Event('look'));
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

	it('ends with its page', () => {
		stop();
		expect(open()).toEqual([]);
	});
});
