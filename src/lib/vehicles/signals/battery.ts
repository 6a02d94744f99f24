import { z } from 'zod';
import { kWhAt, percentAt } from '../instant/battery.ts';
import type { Instant } from '../instant/instant.ts';
import { lowVoltageAt, outsideAt } from '../instant/slow.ts';
import { Count, Flag, Percent, rounded } from './shapes.ts';
import { signal } from './signal.ts';

const RangeType = z.enum(['IDEAL_CONDITIONS', 'ESTIMATED', 'RATED']);

const Range = z.strictObject({
	value: z.number().min(0),
	type: z.literal('DEFAULT').optional(),
	additionalValues: z.array(z.strictObject({ type: RangeType, value: z.number().min(0) })),
	unit: z.literal('km')
});

const Capacity = z.strictObject({
	capacity: z.number().positive(),
	availableCapacities: z.array(
		z.strictObject({ capacity: z.number().positive(), description: z.string() })
	),
	source: z.enum(['SMARTCAR', 'USER_SELECTED']),
	unit: z.literal('kWh')
});

/** Below it a battery is warmed while it drives or charges. */
const COLD_CELSIUS = 5;

export const BATTERY_SIGNALS = {
	'tractionbattery-stateofcharge': signal({
		schema: Percent,
		parts: ['battery', 'drive', 'charging'],
		moves: 'energy',
		read: (instant) => ({ value: rounded(percentAt(instant)), unit: 'percent' })
	}),
	'tractionbattery-range': signal({
		schema: Range,
		parts: ['battery', 'drive', 'charging'],
		moves: 'energy',
		read: (instant) => {
			const range = { value: rangeKm(instant), additionalValues: [], unit: 'km' as const };
			return instant.profile.habits?.untypedRange ? range : { ...range, type: 'DEFAULT' as const };
		}
	}),
	'tractionbattery-nominalcapacity': signal({
		schema: Capacity,
		parts: [],
		fixed: true,
		read: ({ profile: { battery, powertrain, trim } }) => {
			const capacity = battery?.kWh ?? 1;
			const description = `${powertrain ?? 'BEV'}:${trim}`;
			return {
				capacity,
				availableCapacities: [{ capacity, description }],
				source: 'SMARTCAR',
				unit: 'kWh'
			};
		}
	}),
	'tractionbattery-isheateractive': signal({
		schema: Flag,
		parts: ['drive', 'charging'],
		moves: 'slow',
		read: (instant) => {
			const { drive, charging } = instant.state;
			const busy = drive !== null || charging.session !== null;
			return { value: busy && outsideAt(instant) < COLD_CELSIUS };
		}
	}),
	'tractionbattery-maxrangechargecounter': signal({
		schema: Count,
		parts: ['fullCharges'],
		read: ({ state }) => ({ value: state.fullCharges.count, unit: 'count' })
	}),
	'lowvoltagebattery-stateofcharge': signal({
		schema: Percent,
		parts: ['lowVoltage', 'power'],
		moves: 'slow',
		read: (instant) => ({ value: rounded(lowVoltageAt(instant)), unit: 'percent' })
	}),
	'lowvoltagebattery-status': signal({
		schema: z.strictObject({ value: z.enum(['GOOD', 'WARN', 'BAD']) }),
		parts: ['lowVoltage', 'power'],
		moves: 'slow',
		read: (instant) => ({ value: lowVoltageStatus(lowVoltageAt(instant)) })
	})
};

function rangeKm(instant: Instant): number {
	const { battery } = instant.profile;
	return battery ? rounded((kWhAt(instant) / battery.kWhPer100Km) * 100) : 0;
}

function lowVoltageStatus(percent: number): 'GOOD' | 'WARN' | 'BAD' {
	if (percent >= 60) return 'GOOD';
	return percent >= 35 ? 'WARN' : 'BAD';
}
