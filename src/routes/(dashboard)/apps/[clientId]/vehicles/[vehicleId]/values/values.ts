import { officialCatalog } from '#lib/access/catalog/official.ts';
import { formatNumber, formatRow } from '#lib/access/language/english.ts';
import { fetchesOf } from '#lib/vehicles/platform/memory.ts';
import { lookAtSignal, readSignals, type Reading } from '#lib/vehicles/platform/read.ts';
import type { SignalBody } from '#lib/vehicles/signals/signal.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { formatRehearsal, formatSpan } from '../../../../../../rehearsal-time.ts';
import * as words from './words.en.ts';

/** A time on the way of a value, and how long after the one before. */
interface Station {
	readonly name: 'oemUpdatedAt' | 'retrievedAt' | 'ingestedAt';
	/** Null where the platform tells none. */
	readonly time: string | null;
	readonly after: string | null;
}

/** What a signal tells, as its row shows it. */
export interface Value {
	readonly code: string;
	readonly name: string;
	readonly group: string;
	readonly text: string;
	/** How long ago the vehicle said so; null for what is told for good. */
	readonly age: string | null;
	readonly way: readonly Station[];
	/** Body of the answer, as JSON that can be edited. */
	readonly body: string;
	/** What the vehicle itself says by now, where a read does not know yet. */
	readonly itself: string | null;
}

/** Every signal that a vehicle has, as a read tells it now. */
export function valuesOf(vehicle: Vehicle): readonly Value[] {
	return readSignals(vehicle).map((reading) => valueOf(vehicle, reading));
}

/** Of each group, how many signals the vehicle has, and how many there are. */
export function groupsOf(
	values: readonly Value[]
): Readonly<Partial<Record<string, { readonly count: number; readonly total: number }>>> {
	const had = Map.groupBy(values, ({ group }) => group);
	const all = Map.groupBy(
		officialCatalog.items.filter(({ kind }) => kind === 'signal'),
		({ group }) => group
	);
	return Object.fromEntries(
		[...had].map(([group, { length }]) => [
			group,
			{ count: length, total: all.get(group)?.length ?? length }
		])
	);
}

function valueOf(vehicle: Vehicle, reading: Reading): Value {
	const { code, body, error, oemUpdatedAt } = reading;
	const item = officialCatalog.item(code);
	const itself = lookAtSignal(vehicle, code);
	// How many there are needs no unit.
	const unit = item?.unit === 'count' ? undefined : item?.unit;
	const text = body ? formatBody(body, unit) : error ? error.code : words.nothingTold;
	const now = itself && formatBody(itself, unit);
	return {
		code,
		name: item?.name ?? code,
		group: item?.group ?? '',
		text,
		age: oemUpdatedAt === null ? null : formatSpan(vehicle.state.time - oemUpdatedAt),
		way: wayOf(reading),
		body: JSON.stringify(body ?? {}, null, 2),
		itself: now !== null && now !== text ? now : null
	};
}

function wayOf({ oemUpdatedAt, retrievedAt, ingestedAt }: Reading): readonly Station[] {
	const after = (at: number | null, before: number | null) =>
		at === null || before === null ? null : words.later(formatSpan(at - before));
	const time = (at: number | null) => (at === null ? null : formatRehearsal(at).seconds);
	return [
		{ name: 'oemUpdatedAt', time: time(oemUpdatedAt), after: null },
		{ name: 'retrievedAt', time: time(retrievedAt), after: after(retrievedAt, oemUpdatedAt) },
		{ name: 'ingestedAt', time: time(ingestedAt), after: after(ingestedAt, retrievedAt) }
	];
}

/** When the platform will next fetch what the vehicle has said. */
export function nextFetch(vehicle: Vehicle): number {
	const { first, delays } = fetchesOf(vehicle);
	const past = Math.floor((vehicle.state.time - first) / delays.every);
	return first + (past + 1) * delays.every;
}

const LONGEST = 44;

/**
 * A body in a few words: value and unit, how many values, or what its fields hold.
 *
 * @param usual unit of a number that is told without one
 */
export function formatBody(body: SignalBody, usual?: string): string {
	const { value, values, unit = typeof value === 'number' ? usual : undefined } = body;
	if (Array.isArray(values)) return formatValues(values, unit);
	if (isPlain(value)) {
		const text = typeof value === 'number' ? formatNumber(value) : String(value);
		return typeof unit === 'string' ? `${text} ${unit}` : text;
	}
	const row = formatRow(
		Object.entries(body).flatMap(([name, field]) =>
			isPlain(field) ? [`${name} ${String(field)}`] : []
		)
	);
	if (row === '') return words.seeBody;
	return shortened(row);
}

/** The one value there is, with its unit; of several how many there are. */
function formatValues(values: readonly unknown[], unit: unknown): string {
	const [first] = values;
	if (values.length !== 1 || typeof first !== 'object' || first === null) {
		return words.countValues(values.length);
	}
	const fields: readonly unknown[] = Object.values(first);
	const parts = [...fields, unit].filter(
		(part) => typeof part === 'string' || typeof part === 'number'
	);
	return shortened(parts.map(String).join(' ')) || words.countValues(1);
}

function shortened(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function isPlain(value: unknown): value is string | number | boolean | null {
	return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
