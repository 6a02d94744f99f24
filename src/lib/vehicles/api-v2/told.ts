import type { Reading } from '../platform/read.ts';
import { rounded } from '../signals/shapes.ts';
import type { SignalBody } from '../signals/signal.ts';
import type { SignalCode } from '../signals/signals.ts';

/** Fields of what the platform has stored of a vehicle; null for what it was not told. */
export interface Told {
	has(code: SignalCode): boolean;
	number(code: SignalCode, field?: string): number | null;
	/** Percent as the share that API v2 writes. */
	share(code: SignalCode, field?: string): number | null;
	flag(code: SignalCode, field?: string): boolean | null;
	text(code: SignalCode, field?: string): string | null;
	/** The values of a signal that holds several. */
	records(code: SignalCode, field?: string): readonly SignalBody[];
	texts(code: SignalCode): readonly string[];
}

export function toldBy(readings: ReadonlyMap<SignalCode, Reading>): Told {
	const valueOf = (code: SignalCode, field = 'value') => {
		const reading = readings.get(code);
		return reading?.error ? null : reading?.body?.[field];
	};
	const number: Told['number'] = (code, field) => numberOr(null, valueOf(code, field));
	return {
		has: (code) => valueOf(code) !== undefined || readings.get(code)?.error === null,
		number,
		share: (code, field) => {
			const percent = number(code, field);
			return percent === null ? null : shareOf(percent);
		},
		flag: (code, field) => {
			const value = valueOf(code, field);
			return typeof value === 'boolean' ? value : null;
		},
		text: (code, field) => textOr(null, valueOf(code, field)),
		records: (code, field = 'values') => recordsIn(valueOf(code, field)),
		texts: (code) => listOf(valueOf(code, 'values')).filter((one) => typeof one === 'string')
	};
}

type Value = SignalBody[string];

/** Percent as the share that API v2 writes. */
export function shareOf(percent: number): number {
	return rounded(percent / 100, 4);
}

export function numberOr<Else>(otherwise: Else, value: Value): number | Else {
	return typeof value === 'number' ? value : otherwise;
}

export function textOr<Else>(otherwise: Else, value: Value): string | Else {
	return typeof value === 'string' ? value : otherwise;
}

export function recordsIn(value: Value): readonly SignalBody[] {
	return listOf(value).filter(isRecord);
}

function listOf(value: Value): readonly Exclude<Value, undefined>[] {
	return isList(value) ? value : [];
}

function isList(value: Value): value is readonly Exclude<Value, undefined>[] {
	return Array.isArray(value);
}

export function isRecord(value: Value): value is SignalBody {
	return typeof value === 'object' && value !== null && !isList(value);
}
