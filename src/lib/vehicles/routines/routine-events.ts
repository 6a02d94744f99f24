import type { Profile } from '../profiles/schema.ts';
import type { Routine, VehicleState } from '../state/schema.ts';
import { commuterDay } from './commuter.ts';
import { dayNumber, dayOf, type Day, type PlannedEvent } from './day.ts';
import { deliveryDay } from './delivery.ts';
import { weekendDay } from './weekend.ts';

export type { PlannedEvent } from './day.ts';

type Plan = (day: Day) => readonly PlannedEvent[];

/** What is done with a vehicle within a day; without an entry nobody does anything with it. */
const PLANS: Readonly<Record<Routine, Plan | null>> = {
	none: null,
	commuter: commuterDay,
	delivery: deliveryDay,
	weekend: weekendDay,
	parked: null
};

/** What a routine does with a vehicle after the time that it has lived up to, without end. */
export function* routineEvents(
	{ routine, seed, time }: VehicleState,
	profile: Profile
): Generator<PlannedEvent, void> {
	const plan = PLANS[routine];
	if (!plan) return;
	for (let number = dayNumber(profile, time); ; number++) {
		const events = plan(dayOf(profile, seed, number)).toSorted((a, b) => a.time - b.time);
		for (const event of events) if (event.time > time) yield event;
	}
}
