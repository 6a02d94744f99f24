import type { Handle } from '@sveltejs/kit';

/**
 * Takes steps one inside the other, the first of them outermost. The framework's own `sequence` gives
 * each a copy of the event and a context of its own, for tracing that we do not use.
 *
 * @param innermost the only step whose options for the framework count
 */
export function inOrder(steps: readonly Handle[], innermost: Handle): Handle {
	return steps.reduceRight<Handle>(
		(inner, step) =>
			({ event, resolve }) =>
				step({ event, resolve: (event) => inner({ event, resolve }) }),
		innermost
	);
}
