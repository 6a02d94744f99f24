import { replaysOf } from './attempts.ts';

/** Attempts that were made together: a fault may have an event sent twice. */
type Round<T> = readonly T[];

/** Attempts of an event by why they were made; the first come first. */
export interface Rounds<T> {
	/** By plan, each after the one before had failed. */
	readonly planned: readonly Round<T>[];
	/** Since somebody asked for it. */
	readonly replayed: readonly Round<T>[];
}

/**
 * @param attempts the first comes first
 * @param tries as they are counted with the event
 */
export function roundsOf<T extends { readonly machineAt: number }>(
	attempts: readonly T[],
	tries: number
): Rounds<T> {
	const rounds = [...Map.groupBy(attempts, ({ machineAt }) => machineAt).values()];
	const planned = rounds.length - Math.min(replaysOf(tries), rounds.length);
	return { planned: rounds.slice(0, planned), replayed: rounds.slice(planned) };
}
