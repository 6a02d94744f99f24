import type { EventBody } from './event.ts';

/** What is said of one attempt to deliver an event. */
interface Attempt {
	readonly deliveryId: string;
	/** By the rehearsal. */
	readonly deliveredAt: number;
}

const META = '"meta":{';

/**
 * The body of one attempt, from an event as it was written down. An event ends with what is said of it, so that the attempt is put there
 * without reading what may be 50 kB: in a text of JSON no quote stands without its backslash.
 *
 * @throws {TypeError} for a text that is no event
 */
export function bodyOfAttempt(
	event: string,
	type: EventBody['eventType'],
	{ deliveryId, deliveredAt }: Attempt
): string {
	const at = event.lastIndexOf(META) + META.length;
	if (at < META.length) throw new TypeError('An event says of itself what it is.');
	// Text here alone, and a number everywhere else: so the platform has it.
	const time = type === 'VERIFY' ? new Date(deliveredAt).toISOString() : deliveredAt;
	const said = JSON.stringify({ deliveryId, deliveredAt: time }).slice(1, -1);
	return `${event.slice(0, at)}${said},${event.slice(at)}`;
}
