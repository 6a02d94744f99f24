/** Milliseconds after which a reader is told that time has passed; less than a silent connection lasts. */
const TICK = 10_000;

/** Milliseconds that a stream lasts, less than the door lets an answer take; its reader opens the next. */
const LONGEST = 100_000;

/** Milliseconds after which a browser opens the next one. */
const RETRY = 1000;

/** What a reader is told: something has changed, or time has passed. */
type Told = 'changed' | 'time';

/** Ends every stream that is open, by what begins it. */
const open = new Set<() => void>();

/** Once the server is told to stop, nobody has to wait for who only listens. */
export function endStreams(): void {
	for (const end of open) end();
}

/**
 * An answer of server-sent events that says when to look again, and no more than that: what there is
 * to see is read as by everybody else.
 *
 * @param begin is handed what tells of a change; returns what ends the telling, null where there is no room
 * @returns null where there is none
 */
export function lookStream(begin: (changed: () => void) => (() => void) | null): Response | null {
	let tell: (told: Told) => void = () => {};
	const stop = begin(() => tell('changed'));
	if (!stop) return null;
	let end = stop;
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const bytes = new TextEncoder();
			const write = (text: string) => controller.enqueue(bytes.encode(text));
			tell = (told) => write(`event: look\ndata: ${told}\n\n`);
			write(`retry: ${RETRY}\n\n`);
			const tick = setInterval(() => tell('time'), TICK);
			const last = setTimeout(() => close(), LONGEST);
			end = () => {
				clearInterval(tick);
				clearTimeout(last);
				open.delete(close);
				tell = () => {};
				stop();
			};
			const close = () => {
				end();
				controller.close();
			};
			open.add(close);
		},
		cancel: () => end()
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			// It holds its connection, which is of no use to others afterwards.
			connection: 'close',
			// Servers in between would gather what is told.
			'x-accel-buffering': 'no'
		}
	});
}
