import type { PlatformErrorName } from '../vehicles/call/platform-errors.ts';
import { isSignalCode, type SignalCode } from '../vehicles/signals/signals.ts';
import type { ToldSignal } from './payloads/signal.ts';
import { errorsOf, isToldError, type ToldError } from './payloads/told-errors.ts';

/** Errors that a receiver is to be told of, and those that are open then. */
export interface ErrorsNow {
	readonly told: readonly ToldError[];
	/** As they are kept: the name, and the signals behind it. */
	readonly open: readonly string[];
}

/**
 * What began and what ended, of the errors of a vehicle.
 *
 * @param open those that its receiver was told of
 * @param refused what every call is refused with before the vehicle is asked: nothing is known of its
 * signals then, and their errors stay as they are; null where it is asked
 * @param signals as they were fetched last
 */
export function errorsNow(
	open: readonly string[],
	refused: string | null,
	signals: readonly ToldSignal[]
): ErrorsNow {
	const before = open.flatMap((text) => parse(text) ?? []);
	const whole = refused !== null && isToldError(refused) ? [errorOf(refused, [])] : [];
	const kept = refused === null ? [] : before.filter((one) => one.signals.length > 0);
	const now = [...whole, ...(refused === null ? errorsOf(signals) : kept)];
	const begun = now.filter((one) => !before.some((other) => isSame(one, other)));
	const ended = before
		.filter((one) => !now.some((other) => other.name === one.name))
		.map((one) => ({ ...one, state: 'RESOLVED' as const }));
	return { told: [...begun, ...ended], open: now.map(format) };
}

function errorOf(name: PlatformErrorName, signals: readonly SignalCode[]): ToldError {
	return { name, state: 'ERROR', signals };
}

const isSame = (one: ToldError, other: ToldError) => format(one) === format(other);

const format = ({ name, signals }: ToldError) => [name, ...signals].join(' ');

function parse(text: string): ToldError | null {
	const [name = '', ...codes] = text.split(' ');
	return isToldError(name) ? errorOf(name, codes.filter(isSignalCode)) : null;
}
