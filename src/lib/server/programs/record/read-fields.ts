import type { Envelope } from '../../http/envelope.ts';

const known = new WeakMap<Envelope, unknown>();

/** Notes what was made of the body of a request: what came and does not stand in it, nobody read. */
export function tellRead(envelope: Envelope, read: unknown): void {
	known.set(envelope, read);
}

/** Undefined where nobody said. */
export function readOf(envelope: Envelope): unknown {
	return known.get(envelope);
}
