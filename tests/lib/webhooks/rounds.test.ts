import { MOST_TRIES } from '#lib/webhooks/attempts.ts';
import { roundsOf } from '#lib/webhooks/rounds.ts';
import { describe, expect, it } from 'vitest';

/** Attempts by when they were made, in the order in which they were. */
const of = (times: readonly number[], tries: number) => {
	const { planned, replayed } = roundsOf(
		times.map((machineAt) => ({ machineAt })),
		tries
	);
	const ids = (rounds: typeof planned) => rounds.map((round) => round.map((one) => one.machineAt));
	return [ids(planned), ids(replayed)];
};

describe('attempts of an event', () => {
	it.each([
		['none yet', [], 0, [[], []]],
		['by plan', [1, 2], 2, [[[1], [2]], []]],
		['by plan, all of them', [1, 2, 3, 4], MOST_TRIES, [[[1], [2], [3], [4]], []]],
		['one that was sent twice by a fault', [1, 1, 2], 2, [[[1, 1], [2]], []]],
		['taken at once, then replayed', [1, 5, 6], MOST_TRIES + 2, [[[1]], [[5], [6]]]],
		['a replay that is on its way', [1], MOST_TRIES, [[[1]], []]],
		['a replay of what was never sent', [5], MOST_TRIES + 1, [[], [[5]]]],
		['a replay that was sent twice', [1, 5, 5], MOST_TRIES + 1, [[[1]], [[5, 5]]]],
		['replays of which one could not be made', [5], MOST_TRIES + 2, [[], [[5]]]]
	])('are told by why they were made: %s', (_what, times, tries, rounds) => {
		expect(of(times, tries)).toEqual(rounds);
	});
});
