import { z } from 'zod';
import { MINUTE } from '../../spans.ts';
import { isoTime, rounded } from '../../signals/shapes.ts';
import { reading, type V2Reading } from '../reading.ts';
import { measured } from './energy.ts';

const WATTS_PER_KW = 1000;
const Amount = z.number().min(0);

const ChargeState = z.enum(['CHARGING', 'FULLY_CHARGED', 'NOT_CHARGING']);

/** How a vehicle charges now, and up to where. */
export const CHARGE_READINGS: Readonly<Record<string, V2Reading>> = {
	'v2-charge': reading({
		schema: z.strictObject({ isPluggedIn: z.boolean().nullable(), state: ChargeState.nullable() }),
		needs: ['charge-ischarging'],
		also: ['charge-detailedchargingstatus', 'charge-ischargingcableconnected'],
		body: (told) => {
			const charging = told.flag('charge-ischarging') ? 'CHARGING' : 'NOT_CHARGING';
			const detailed = ChargeState.safeParse(told.text('charge-detailedchargingstatus'));
			return {
				isPluggedIn: told.flag('charge-ischargingcableconnected'),
				state: detailed.success ? detailed.data : charging
			};
		}
	}),
	'v2-charge-limit': reading({
		schema: z.strictObject({ limit: z.number().min(0).max(1).nullable() }),
		needs: ['charge-chargelimits'],
		body: (told) => ({ limit: told.share('charge-chargelimits', 'activeLimit') })
	}),
	'v2-charge-ammeter': reading({
		schema: z.strictObject({ amperage: Amount.nullable() }),
		needs: ['charge-amperage'],
		body: (told) => ({ amperage: told.number('charge-amperage') })
	}),
	'v2-charge-voltmeter': reading({
		schema: z.strictObject({ voltage: Amount.nullable() }),
		needs: ['charge-voltage'],
		body: (told) => ({ voltage: told.number('charge-voltage') })
	}),
	'v2-charge-wattmeter': reading({
		schema: z.strictObject({ wattage: Amount.nullable() }),
		needs: ['charge-wattage'],
		body: (told) => ({ wattage: measured(told.number('charge-wattage'), kilowatts) })
	}),
	'v2-charge-completion': reading({
		schema: z.strictObject({ time: z.iso.datetime().nullable() }),
		needs: ['charge-timetocomplete'],
		body: (told, { at }) => ({ time: completion(told.number('charge-timetocomplete'), at) })
	}),
	'v2-charge-details': reading({
		schema: z.strictObject({
			chargingStatus: ChargeState.nullable(),
			isPluggedIn: z.boolean().nullable(),
			wattage: Amount.nullable(),
			amperage: Amount.nullable(),
			amperageMax: Amount.nullable(),
			amperageRequested: Amount.nullable(),
			voltage: Amount.nullable(),
			chargerPhases: z.int().min(0).nullable(),
			chargeRate: Amount.nullable(),
			energyAdded: Amount.nullable(),
			connector: z.string().nullable(),
			fastChargerType: z.string().nullable(),
			chargePortColor: z.string().nullable(),
			chargePortLatch: z.enum(['locked', 'unlocked']).nullable(),
			chargePortOpen: z.boolean().nullable(),
			completionTime: z.iso.datetime().nullable(),
			socLimit: z.number().min(0).max(1).nullable()
		}),
		needs: ['charge-ischarging'],
		also: [
			'charge-detailedchargingstatus',
			'charge-ischargingcableconnected',
			'charge-wattage',
			'charge-amperage',
			'charge-amperagemax',
			'charge-amperagerequested',
			'charge-voltage',
			'charge-chargerphases',
			'charge-chargerate',
			'charge-energyadded',
			'charge-chargingconnectortype',
			'charge-fastchargertype',
			'charge-chargeportstatuscolor',
			'charge-ischargingcablelatched',
			'charge-ischargingportflapopen',
			'charge-timetocomplete',
			'charge-chargelimits'
		],
		measured: true,
		body: (told, { at, units }) => {
			const latched = told.flag('charge-ischargingcablelatched');
			const state = ChargeState.safeParse(told.text('charge-detailedchargingstatus'));
			return {
				chargingStatus: state.success ? state.data : null,
				isPluggedIn: told.flag('charge-ischargingcableconnected'),
				wattage: measured(told.number('charge-wattage'), kilowatts),
				amperage: told.number('charge-amperage'),
				amperageMax: told.number('charge-amperagemax'),
				amperageRequested: told.number('charge-amperagerequested'),
				voltage: told.number('charge-voltage'),
				chargerPhases: told.number('charge-chargerphases'),
				chargeRate: measured(told.number('charge-chargerate'), units.distance),
				energyAdded: told.number('charge-energyadded'),
				connector: told.text('charge-chargingconnectortype'),
				fastChargerType: told.text('charge-fastchargertype'),
				chargePortColor: told.text('charge-chargeportstatuscolor'),
				chargePortLatch: latched === null ? null : latched ? 'locked' : 'unlocked',
				chargePortOpen: told.flag('charge-ischargingportflapopen'),
				completionTime: completion(told.number('charge-timetocomplete'), at),
				socLimit: told.share('charge-chargelimits', 'activeLimit')
			};
		}
	})
};

const kilowatts = (watts: number) => rounded(watts / WATTS_PER_KW, 3);

function completion(minutes: number | null, at: number): string | null {
	return minutes === null ? null : isoTime(at + minutes * MINUTE);
}
