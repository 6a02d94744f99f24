import type { Reading } from '#lib/vehicles/platform/read.ts';
import { platformNames } from '#lib/vehicles/signals/platform-names.ts';
import { SIGNALS, type SignalCode } from '#lib/vehicles/signals/signals.ts';

/** What is told of a signal. */
export type ToldSignal = Pick<
	Reading,
	'code' | 'error' | 'body' | 'oemUpdatedAt' | 'retrievedAt'
> & {
	/** Whether its owner granted all that it needs. */
	readonly isGranted: boolean;
};

export function signalBody(signal: ToldSignal): object {
	const { code, isGranted, error, body } = signal;
	if (!isGranted)
		return { ...signalNames(code), status: failed({ type: 'PERMISSION', code: null }) };
	const told = body !== null && { body, meta: timesOf(signal) };
	return { ...signalNames(code), ...told, status: error ? failed(error) : { value: 'SUCCESS' } };
}

/** A signal by its code and by the names that the platform gives it. */
export function signalNames(code: SignalCode): {
	readonly code: SignalCode;
	readonly name: string;
	readonly group: string;
} {
	return { code, ...platformNames(code) };
}

/** What is fixed about a vehicle has no time; here that is written as 0. */
function timesOf({ code, oemUpdatedAt, retrievedAt }: ToldSignal): object {
	if (SIGNALS[code].fixed) return { oemUpdatedAt: 0, retrievedAt: 0 };
	return { oemUpdatedAt: oemUpdatedAt ?? 0, retrievedAt: retrievedAt ?? 0 };
}

function failed({ type, code }: { readonly type: string; readonly code: string | null }): object {
	return { value: 'ERROR', error: { type, code } };
}
