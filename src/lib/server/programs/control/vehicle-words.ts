import type { Problem } from '#lib/access/configuration.ts';
import type { Refusal } from '#lib/vehicles/events/refusal.ts';
import { MAX_ACCOUNT_VEHICLES } from '#lib/connect/test-logins.ts';
import type { NotAdded } from '../../fleet/add-vehicle.ts';

/** The field of a vehicle that cannot be, and what to write. */
export function wordNotAdded(code: NotAdded['code']): Problem {
	switch (code) {
		case 'NO_SUCH_MAKE':
			return {
				path: 'make',
				message: 'Write a brand of the platform, such as TESLA or Chevrolet.'
			};
		case 'NO_SUCH_PROFILE':
			return {
				path: 'profile',
				message: 'Write the id of a profile, such as kia-ev6 or simulated-bev, or leave it out.'
			};
		case 'OTHER_POWERTRAIN':
			return {
				path: 'powertrain',
				message: 'The profile has another powertrain; leave one of them out.'
			};
		case 'VIN_TAKEN':
			return { path: 'vin', message: 'The account has a vehicle with this VIN; write another.' };
		case 'LOGIN_ENDS':
			return {
				path: 'username',
				message: 'Signing in with this user name ends with an error; write another.'
			};
		case 'ACCOUNT_FULL':
			return {
				path: 'username',
				message: `The account has ${MAX_ACCOUNT_VEHICLES} vehicles, the most there may be; write another.`
			};
	}
}

/** Why a vehicle does not do something. */
export const WHY_REFUSED: Readonly<Record<Refusal, string>> = {
	ASLEEP: 'The vehicle is asleep; wake it first.',
	UNREACHABLE: 'The vehicle is offline; let it go online first.',
	IN_MOTION: 'The vehicle drives; park it first.',
	CHARGING_IN_PROGRESS: 'The vehicle charges; stop that first.',
	CHARGING_PLUG_CONNECTED: 'The vehicle is on the cable; unplug it first.',
	CHARGING_PLUG_NOT_CONNECTED: 'The vehicle is not on the cable; plug it in first.',
	NOT_CHARGING: 'The vehicle does not charge.',
	FULLY_CHARGED: 'The vehicle has reached its charge limit.',
	DOOR_OPEN: 'A door is open; close it first.',
	TRUNK_OPEN: 'A trunk is open; close it first.',
	HOOD_OPEN: 'The hood is open; close it first.',
	VEHICLE_NOT_CAPABLE: 'The vehicle cannot do that, or does not have that signal.',
	SMARTCAR_NOT_CAPABLE: 'The simulator of 2025 does not do that.',
	EMPTY: 'Battery and tank hold too little for the way; charge or refuel first.',
	NO_SUCH_SCHEDULE: 'The vehicle has no schedule with this id.',
	TOO_MANY_SCHEDULES: 'The vehicle keeps as many charge schedules as it can; delete one first.',
	NO_SUCH_SIGNAL: 'There is no signal with this code.',
	BODY_NOT_VALID: 'The vehicle cannot hold that value.',
	ODOMETER_FALLS: 'The odometer does not go back; write at least what it shows.'
};
