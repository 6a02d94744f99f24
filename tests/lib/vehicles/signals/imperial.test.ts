import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import { imperial } from '#lib/vehicles/signals/imperial.ts';
import type { SignalBody } from '#lib/vehicles/signals/signal.ts';
import { describe, expect, it } from 'vitest';

const usual = profileOf('jaguar-i-pace');
const exact = profileOf('toyota-bz4x');

describe('a body in imperial units', () => {
	const cases: readonly [SignalBody, SignalBody][] = [
		[
			{ value: 100, unit: 'km' },
			{ value: 62.1, unit: 'miles' }
		],
		[
			{ value: 50, unit: 'km/h' },
			{ value: 31.1, unit: 'mph' }
		],
		[
			{ value: -40, unit: 'celsius' },
			{ value: -40, unit: 'fahrenheit' }
		],
		[
			{ value: 22.5, unit: 'celsius' },
			{ value: 72.5, unit: 'fahrenheit' }
		],
		[
			{ value: 40, unit: 'liters' },
			{ value: 10.6, unit: 'gallons' }
		],
		[
			{
				value: 350,
				type: 'DEFAULT',
				additionalValues: [{ type: 'RATED', value: 400 }],
				unit: 'km'
			},
			{
				value: 217.5,
				type: 'DEFAULT',
				additionalValues: [{ type: 'RATED', value: 248.5 }],
				unit: 'miles'
			}
		],
		[
			{
				values: [{ row: 1, column: 1, tirePressure: 258 }],
				rowCount: 2,
				columnCount: 2,
				unit: 'bar'
			},
			{
				values: [{ row: 1, column: 1, tirePressure: 37.4 }],
				rowCount: 2,
				columnCount: 2,
				unit: 'psi'
			}
		]
	];

	it.each(cases)('%j is %j', (metric, expected) => {
		expect(imperial(metric, usual)).toEqual(expected);
	});

	it('takes bar for bar where the brand means it', () => {
		const body = { values: [{ tirePressure: 2.5 }], unit: 'bar' };
		expect(imperial(body, exact)).toEqual({ values: [{ tirePressure: 36.3 }], unit: 'psi' });
	});

	it.each<SignalBody>([
		{ value: 80, unit: 'percent' },
		{ value: true },
		{ values: ['Base'] },
		{ value: 14 }
	])('leaves %j as it is', (body) => {
		expect(imperial(body, usual)).toEqual(body);
	});
});
