import { isPlatformErrorName, type PlatformErrorName } from '#lib/vehicles/call/platform-errors.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import type { ToldSignal } from './signal.ts';

/** An error that receivers are told of, by itself or with the signals that answer it. */
export interface ToldError {
	/** `TYPE:CODE`, or the type alone. */
	readonly name: PlatformErrorName;
	readonly state: 'ERROR' | 'RESOLVED';
	/** None where it is about the whole vehicle. */
	readonly signals: readonly SignalCode[];
}

/** Errors that have events of their own; what else a signal may answer stands in its state. */
const TOLD: ReadonlySet<PlatformErrorName> = new Set([
	'CONNECTED_SERVICES_ACCOUNT:ACCOUNT_ISSUE',
	'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED',
	'CONNECTED_SERVICES_ACCOUNT:PERMISSION',
	'CONNECTED_SERVICES_ACCOUNT:SUBSCRIPTION',
	'CONNECTED_SERVICES_ACCOUNT:VIRTUAL_KEY_REQUIRED',
	// The platform's list lacks it, and its calls answer it all the same.
	'CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING',
	'VEHICLE_STATE:REMOTE_ACCESS_DISABLED',
	'VEHICLE_STATE:ASLEEP',
	'VEHICLE_STATE:UNREACHABLE',
	'COMPATIBILITY:MAKE_NOT_COMPATIBLE',
	'COMPATIBILITY:SMARTCAR_NOT_CAPABLE',
	'COMPATIBILITY:VEHICLE_NOT_CAPABLE',
	'PERMISSION'
]);

/** Whether an error, as `TYPE:CODE` or as its type, is one that receivers are told of. */
export function isToldError(name: string): name is PlatformErrorName {
	return isPlatformErrorName(name) && TOLD.has(name);
}

/** The errors that signals answer, each once with all its signals, in the order of the first of them. */
export function errorsOf(signals: readonly ToldSignal[]): readonly ToldError[] {
	const named = signals.flatMap(({ code, isGranted, error }) => {
		const name = isGranted ? error && `${error.type}:${error.code}` : 'PERMISSION';
		return name !== null && isToldError(name) ? [{ name, code }] : [];
	});
	return [...Map.groupBy(named, ({ name }) => name)].map(([name, ones]) => ({
		name,
		state: 'ERROR',
		signals: ones.map(({ code }) => code)
	}));
}
