import { signalsOf } from '../profiles/capabilities.ts';
import { profileOf } from '../profiles/profiles.ts';
import { SIGNALS, type SignalCode } from '../signals/signals.ts';
import { PARTS, type VehicleState } from '../state/schema.ts';
import { tell } from './telling.ts';

/** The signals that a vehicle tells otherwise than just before. */
export function changedSignals(before: VehicleState, after: VehicleState): readonly SignalCode[] {
	const parts = new Set(PARTS.filter((part) => before[part] !== after[part]));
	const edited = before.edits !== after.edits;
	return [...signalsOf(profileOf(after.profile))].filter((code) => {
		const touched = SIGNALS[code].parts.some((part) => parts.has(part));
		if (!touched && !edited) return false;
		return said(before, code, after.time) !== said(after, code, after.time);
	});
}

function said(state: VehicleState, code: SignalCode, time: number): string {
	const telling = tell(state, code, time);
	return telling.kind === 'told' ? JSON.stringify(telling.body) : telling.kind;
}
