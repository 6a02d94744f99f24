export const granted = 'granted';
export const leftOut = 'the owner left it out';
export const cannot = 'this vehicle cannot';
export const notNow = 'not in its state';
export const noValue = 'granted, nothing to tell now';
export const noValueShort = 'no value';
export const failing = 'every call fails';
export const MARKS = {
	granted,
	'left-out': leftOut,
	cannot,
	'not-now': notNow,
	'no-value': noValue,
	failing
};
/** What to do before an act, by what refuses it. */
export const REFUSALS = {
	ASLEEP: 'Wake it up first.',
	UNREACHABLE: 'It is offline; bring it online first.',
	IN_MOTION: 'Park first.',
	CHARGING_IN_PROGRESS: 'Stop charging first.',
	CHARGING_PLUG_CONNECTED: 'Unplug first.',
	CHARGING_PLUG_NOT_CONNECTED: 'Plug in first.',
	NOT_CHARGING: 'It does not charge.',
	FULLY_CHARGED: 'It is charged up to its limit.',
	DOOR_OPEN: 'Close the doors first.',
	TRUNK_OPEN: 'Close the trunk first.',
	HOOD_OPEN: 'Close the hood first.',
	VEHICLE_NOT_CAPABLE: 'This vehicle cannot do that.',
	SMARTCAR_NOT_CAPABLE: 'The simulator of 2025 does not do that.',
	EMPTY: 'Neither battery nor tank hold enough for the way.',
	NO_SUCH_SCHEDULE: 'It has no such schedule.',
	TOO_MANY_SCHEDULES: 'It keeps as many charge schedules as it can; delete one first.',
	NO_SUCH_SIGNAL: 'This vehicle does not tell that signal.',
	BODY_NOT_VALID: 'The body is not what the signal’s schema says; look at its page in the catalog.',
	ODOMETER_FALLS: 'An odometer does not fall; write at least what it shows.'
};
/** Why a call fails, by the code of its error. */
export const REASONS: Readonly<Partial<Record<string, string>>> = {
	...REFUSALS,
	AUTHENTICATION_FAILED: 'The owner has to sign in again.',
	VEHICLE_MISSING: 'The vehicle is no longer in its account.',
	VEHICLE_REQUEST_LIMIT: 'The calls of this month are used up.',
	SCHEDULE_NOT_FOUND: 'It has no schedule yet.'
};
export const because = (reason: string) => `, ${reason}`;
