import { draw } from '../draw.ts';
import { profileOf } from '../profiles/profiles.ts';
import type { Refusal } from '../events/refusal.ts';
import type { Vehicle } from '../kept.ts';
import { advance, transition, type Transition } from '../vehicle.ts';
import type { VehicleState } from '../state/schema.ts';
import { answerOf2025 } from './answers-of-2025.ts';
import type { Command } from './command.ts';

/** What became of a command; one whose parameters are not what they should be was never given. */
export type Ordered = Transition | { readonly kind: 'not-valid' };

/** Gives a vehicle a command, as the platform does: from afar, where only one that listens obeys. */
export function order(
	vehicle: Vehicle,
	command: Command,
	parameters: unknown,
	time: number
): Ordered {
	const { vehicle: present, moments } = advance(vehicle, time);
	const { state } = present;
	const event = command.eventOf(parameters, freshId(state));
	if (!event) return { kind: 'not-valid' };
	const deaf = deafTo(state, command);
	const listed = present.behaviour === 'simulator-2025' ? answerOf2025(state, command) : null;
	const refusal = deaf ?? (listed === 'success' ? null : listed);
	if (refusal) return { kind: 'refused', refusal, vehicle: present, moments };
	if (listed) return { kind: 'changed', changed: [], vehicle: present, moments };
	return { ...transition(present, event, time), moments };
}

function deafTo({ profile, online, power }: VehicleState, { needs }: Command): Refusal | null {
	if (!profileOf(profile).abilities.includes(needs)) return 'VEHICLE_NOT_CAPABLE';
	if (!online.value) return 'UNREACHABLE';
	return power.asleep ? 'ASLEEP' : null;
}

/** An id that no schedule of the vehicle has, although the clock may stand still. */
function freshId({ seed, time, schedules }: VehicleState): string {
	for (let attempt = 0; ; attempt++) {
		const drawn = Math.floor(draw(seed, 'schedule', time, attempt) * 36 ** 6);
		const id = `sched_${drawn.toString(36).padStart(6, '0')}`;
		if (schedules.every((schedule) => schedule.id !== id)) return id;
	}
}
