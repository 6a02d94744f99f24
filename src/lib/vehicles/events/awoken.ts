import type { Instant } from '../instant/instant.ts';

/** A vehicle that was asleep, awake; any other as it is. */
export function awoken(instant: Instant): Instant {
	if (!instant.state.power.asleep) return instant;
	return { ...instant, state: { ...instant.state, power: { asleep: false } } };
}
