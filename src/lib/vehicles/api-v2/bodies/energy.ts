import { z } from 'zod';
import { reading } from '../reading.ts';
import { numberOr, textOr } from '../told.ts';

const Share = z.number().min(0).max(1);
const Amount = z.number().min(0);

/** What is left in battery and tank. */
export const ENERGY_READINGS = {
	'v2-battery': reading({
		schema: z.strictObject({ percentRemaining: Share.nullable(), range: Amount.nullable() }),
		needs: ['tractionbattery-stateofcharge', 'tractionbattery-range'],
		measured: true,
		body: (told, { units }) => ({
			percentRemaining: told.share('tractionbattery-stateofcharge'),
			range: measured(told.number('tractionbattery-range'), units.distance)
		})
	}),
	'v2-battery-capacity': reading({
		schema: z.strictObject({ capacity: Amount.nullable() }),
		needs: ['tractionbattery-nominalcapacity'],
		body: (told) => ({ capacity: told.number('tractionbattery-nominalcapacity', 'capacity') })
	}),
	'v2-battery-nominal-capacity': reading({
		schema: z.strictObject({
			availableCapacities: z.array(
				z.strictObject({ capacity: Amount.nullable(), description: z.string().nullable() })
			),
			capacity: z
				.strictObject({
					nominal: Amount.nullable(),
					source: z.enum(['USER_SELECTED', 'SMARTCAR']).nullable()
				})
				.nullable(),
			url: z.string().nullable()
		}),
		needs: ['tractionbattery-nominalcapacity'],
		body: (told) => ({
			availableCapacities: told
				.records('tractionbattery-nominalcapacity', 'availableCapacities')
				.map(({ capacity, description }) => ({
					capacity: numberOr(null, capacity),
					description: textOr(null, description)
				})),
			capacity: {
				nominal: told.number('tractionbattery-nominalcapacity', 'capacity'),
				source: sourceOf(told.text('tractionbattery-nominalcapacity', 'source'))
			},
			// It leads owners to where they choose a capacity, which is known here.
			url: null
		})
	}),
	'v2-fuel': reading({
		schema: z.strictObject({
			range: Amount.nullable(),
			percentRemaining: Share.nullable(),
			amountRemaining: Amount.nullable()
		}),
		needs: ['internalcombustionengine-fuellevel'],
		also: ['internalcombustionengine-range', 'internalcombustionengine-amountremaining'],
		measured: true,
		body: (told, { units }) => ({
			range: measured(told.number('internalcombustionengine-range'), units.distance),
			percentRemaining: told.share('internalcombustionengine-fuellevel'),
			amountRemaining: measured(
				told.number('internalcombustionengine-amountremaining'),
				units.volume
			)
		})
	}),
	'v2-engine-oil': reading({
		schema: z.strictObject({ lifeRemaining: Share.nullable() }),
		needs: ['internalcombustionengine-oillife'],
		body: (told) => ({ lifeRemaining: told.share('internalcombustionengine-oillife') })
	}),
	'v2-battery-details': reading({
		schema: z.strictObject({
			percentRemaining: Share.nullable(),
			range: Amount.nullable(),
			heaterOn: z.boolean().nullable(),
			rangeEstimated: Amount.nullable(),
			rangeIdeal: Amount.nullable(),
			percentRemainingUsable: Share.nullable(),
			maxRangeChargeCounter: z.int().min(0).nullable(),
			notEnoughPowerToHeat: z.boolean().nullable()
		}),
		needs: ['tractionbattery-stateofcharge'],
		also: [
			'tractionbattery-range',
			'tractionbattery-isheateractive',
			'tractionbattery-maxrangechargecounter'
		],
		measured: true,
		body: (told, { units }) => ({
			percentRemaining: told.share('tractionbattery-stateofcharge'),
			range: measured(told.number('tractionbattery-range'), units.distance),
			heaterOn: told.flag('tractionbattery-isheateractive'),
			rangeEstimated: null,
			rangeIdeal: null,
			percentRemainingUsable: null,
			maxRangeChargeCounter: told.number('tractionbattery-maxrangechargecounter'),
			notEnoughPowerToHeat: null
		})
	})
};

/** A number in the units that were asked for; null where there is none. */
export function measured(value: number | null, convert: (value: number) => number): number | null {
	return value === null ? null : convert(value);
}

function sourceOf(text: string | null): 'USER_SELECTED' | 'SMARTCAR' | null {
	return text === 'USER_SELECTED' || text === 'SMARTCAR' ? text : null;
}
