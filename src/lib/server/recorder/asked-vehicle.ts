import type { Vehicle } from '#lib/vehicles/kept.ts';
import { lookAtSignal } from '#lib/vehicles/platform/read.ts';
import type { AskedVehicle } from '../db/recorder-schema.ts';

/** What a vehicle was when it was asked. */
export function askedVehicle(life: Vehicle): AskedVehicle {
	const { state } = life;
	const value = lookAtSignal(life, 'tractionbattery-stateofcharge')?.value;
	return {
		asleep: state.power.asleep,
		online: state.online.value,
		driving: state.drive !== null,
		pluggedIn: state.plug.in !== null,
		charging: state.charging.session !== null,
		locked: state.lock.locked,
		charge: typeof value === 'number' ? value : null
	};
}
