import type { Refusal } from '../events/refusal.ts';
import type { Ability } from '../profiles/schema.ts';
import type { VehicleState } from '../state/schema.ts';
import type { Command } from './command.ts';

type Answer = Refusal | 'success';
type Stage = 'parked' | 'driving' | 'charging';

/**
 * What the platform's simulator of 2025 answered by the stage of its trip, whatever the vehicle was
 * like. Source: its help page; that of a limit on the way is read from the others.
 */
const ANSWERS: Partial<Record<Ability, Readonly<Record<Stage, Answer>>>> = {
	lock: { parked: 'success', driving: 'IN_MOTION', charging: 'success' },
	charge: {
		parked: 'CHARGING_PLUG_NOT_CONNECTED',
		driving: 'CHARGING_PLUG_NOT_CONNECTED',
		charging: 'success'
	},
	'charge-limit': {
		parked: 'CHARGING_PLUG_NOT_CONNECTED',
		driving: 'CHARGING_PLUG_NOT_CONNECTED',
		charging: 'SMARTCAR_NOT_CAPABLE'
	}
};

/** @returns null for a command that its page does not speak of. */
export function answerOf2025(state: VehicleState, { needs }: Command): Answer | null {
	return ANSWERS[needs]?.[stageOf(state)] ?? null;
}

function stageOf({ drive, charging }: VehicleState): Stage {
	if (drive) return 'driving';
	return charging.session ? 'charging' : 'parked';
}
