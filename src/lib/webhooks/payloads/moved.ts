/** Fields of an event that are times; no body of a signal has one of these names. */
const TIMES: ReadonlySet<string> = new Set(['oemUpdatedAt', 'retrievedAt', 'sequence']);

/**
 * An event about a vehicle as it is told once the clock went back: all times in it are so much earlier.
 * What is fixed about a vehicle has none, which is written as 0. A text that is no JSON stays.
 *
 * @param event as it was written down
 * @param by milliseconds
 */
export function movedEvent(event: string, by: number): string {
	const earlier = (key: string, value: unknown) =>
		TIMES.has(key) && typeof value === 'number' && value !== 0 ? value - by : value;
	try {
		const moved: unknown = JSON.parse(event, earlier);
		return JSON.stringify(moved);
	} catch {
		return event;
	}
}
