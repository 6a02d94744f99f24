import { z } from 'zod';

/** Shapes of bodies that many signals share; the names of the units are those of live answers. */

export const Flag = z.strictObject({ value: z.boolean() });
export const Text = z.strictObject({ value: z.string() });

function measured<const Unit extends string>(unit: Unit) {
	return (number: z.ZodNumber) => z.strictObject({ value: number, unit: z.literal(unit) });
}

const amount = z.number().min(0);

export const Percent = measured('percent')(z.number().min(0).max(100));
export const Km = measured('km')(amount);
export const KmPerHour = measured('km/h')(amount);
export const KWh = measured('kWh')(amount);
export const Ampere = measured('ampere')(amount);
export const Volts = measured('volts')(amount);
export const Watts = measured('watts')(amount);
export const Celsius = measured('celsius')(z.number());
export const Liters = measured('liters')(amount);
export const Count = measured('count')(z.number().int().min(0));

export const Openable = z.strictObject({ isOpen: z.boolean().nullable() });
export const Lockable = z.strictObject({
	isOpen: z.boolean(),
	isLocked: z.boolean().nullable()
});

export const SystemStatus = z.strictObject({
	status: z.enum(['OK', 'ALERT']),
	description: z.string()
});

const Seat = { row: z.number().int().min(0), column: z.number().int().min(0) };
const Size = { rowCount: z.number().int().min(1), columnCount: z.number().int().min(1) };

/** Values by row and column, as seats are. */
export function grid<Field extends z.core.$ZodLooseShape>(field: Field) {
	return z.strictObject({ values: z.array(z.strictObject({ ...Seat, ...field })), ...Size });
}

/** Row and column of the n-th of four. */
export function seatOf(index: number): { readonly row: number; readonly column: number } {
	return { row: Math.floor(index / 2), column: index % 2 };
}

export const FOUR = { rowCount: 2, columnCount: 2 };

export function rounded(value: number, decimals = 0): number {
	const factor = 10 ** decimals;
	return Math.round(value * factor) / factor;
}

export function isoTime(time: number): string {
	return new Date(time).toISOString();
}
