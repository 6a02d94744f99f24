import type { Profile } from '../profiles/schema.ts';
import { rounded } from './shapes.ts';
import type { SignalBody } from './signal.ts';

interface Conversion {
	readonly unit: string;
	readonly convert: (value: number) => number;
}

export const MILES_PER_KM = 0.621371;
export const GALLONS_PER_LITER = 0.264172;
export const PSI_PER_KPA = 0.145038;
export const KPA_PER_BAR = 100;

/**
 * Units that differ. No imperial answer of API v3 is known; the names are those of its metric
 * answers in the other system.
 */
const CONVERSIONS: Readonly<Record<string, Conversion>> = {
	km: { unit: 'miles', convert: (km) => km * MILES_PER_KM },
	'km/h': { unit: 'mph', convert: (kmh) => kmh * MILES_PER_KM },
	celsius: { unit: 'fahrenheit', convert: (celsius) => (celsius * 9) / 5 + 32 },
	liters: { unit: 'gallons', convert: (liters) => liters * GALLONS_PER_LITER }
};

/** Names of the fields whose numbers are in the unit of a body. */
const MEASURED = ['value', 'tirePressure'];

/** A body in imperial units; one without such a unit as it is. */
export function imperial(body: SignalBody, { habits }: Pick<Profile, 'habits'>): SignalBody {
	const metric = typeof body.unit === 'string' ? body.unit : '';
	const conversion = metric === 'bar' ? pressure(habits) : CONVERSIONS[metric];
	if (!conversion) return body;
	const { unit, convert } = conversion;
	return { ...mapped(body, (value) => rounded(convert(value), 1)), unit };
}

/** What most brands call bar are kilopascals. */
function pressure(habits: Profile['habits']): Conversion {
	const kPa = habits?.pressureInBar ? KPA_PER_BAR : 1;
	return { unit: 'psi', convert: (value) => value * kPa * PSI_PER_KPA };
}

function mapped(body: SignalBody, convert: (value: number) => number): SignalBody {
	return Object.fromEntries(
		Object.entries(body).map(([name, value]) => [name, convertedField(name, value, convert)])
	);
}

function convertedField(
	name: string,
	value: SignalBody[string],
	convert: (value: number) => number
): SignalBody[string] {
	if (typeof value === 'number') return MEASURED.includes(name) ? convert(value) : value;
	if (!isList(value)) return value;
	return value.map((one) => (isRecord(one) ? mapped(one, convert) : one));
}

function isList(
	value: SignalBody[string]
): value is readonly Exclude<SignalBody[string], undefined>[] {
	return Array.isArray(value);
}

function isRecord(value: SignalBody[string]): value is SignalBody {
	return typeof value === 'object' && value !== null && !isList(value);
}
