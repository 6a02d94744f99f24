import type { Instant } from '../instant/instant.ts';
import { DOORS, WINDOWS, type Opening } from '../state/openings.ts';
import type { VehicleState } from '../state/schema.ts';
import type { EventOf } from './event.ts';
import type { Applied, Refusal } from './refusal.ts';

/** What may be opened and closed on the way. */
const WHILE_DRIVING: ReadonlySet<Opening> = new Set([...WINDOWS, 'sunroof']);
const TRUNKS: readonly Opening[] = ['front-trunk', 'rear-trunk', 'tailgate'];

/** What stands open that has to be shut for driving and locking. */
export function openRefusal({ open }: VehicleState): Refusal | null {
	if (DOORS.some((door) => open.includes(door))) return 'DOOR_OPEN';
	if (TRUNKS.some((trunk) => open.includes(trunk))) return 'TRUNK_OPEN';
	return open.includes('engine-cover') ? 'HOOD_OPEN' : null;
}

export function lock({ state }: Instant): Applied {
	if (state.drive) return 'IN_MOTION';
	return openRefusal(state) ?? { ...state, lock: { locked: true } };
}

export function unlock({ state }: Instant): Applied {
	if (state.drive) return 'IN_MOTION';
	return { ...state, lock: { locked: false } };
}

/** Doors and trunks open on an unlocked vehicle; opening one unlocks it, as the handle would. */
export function open({ state }: Instant, { what }: EventOf<'open'>): Applied {
	if (state.drive && !WHILE_DRIVING.has(what)) return 'IN_MOTION';
	if (what === 'charge-port' && state.charging.session) return 'CHARGING_IN_PROGRESS';
	if (state.open.includes(what)) return state;
	const opened = { ...state, open: [...state.open, what] };
	return openRefusal(opened) ? { ...opened, lock: { locked: false } } : opened;
}

export function close({ state }: Instant, { what }: EventOf<'close'>): Applied {
	if (what === 'charge-port' && state.plug.in) return 'CHARGING_PLUG_CONNECTED';
	if (!state.open.includes(what)) return state;
	return { ...state, open: state.open.filter((one) => one !== what) };
}
