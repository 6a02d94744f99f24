import { z } from 'zod';
import { kWhOfSession, kwOfSession, percentAt } from '../instant/battery.ts';
import type { Instant } from '../instant/instant.ts';
import { acVolts, DC_VOLTS } from '../instant/mains.ts';
import { MINUTE } from '../spans.ts';
import { Ampere, Count, KmPerHour, KWh, Volts, Watts, rounded } from './shapes.ts';
import { signal } from './signal.ts';

const ChargingStatus = z.strictObject({
	value: z.enum(['CHARGING', 'NOT_CHARGING', 'FULLY_CHARGED'])
});

/** What flows while a vehicle charges. */
export const CHARGE_NOW_SIGNALS = {
	'charge-ischarging': signal({
		schema: z.strictObject({ value: z.boolean() }),
		parts: ['charging'],
		read: ({ state }) => ({ value: state.charging.session !== null })
	}),
	'charge-detailedchargingstatus': signal({
		schema: ChargingStatus,
		parts: ['charging', 'battery', 'drive'],
		moves: 'energy',
		read: (instant) => ({ value: statusOf(instant) })
	}),
	'charge-wattage': signal({
		schema: Watts,
		parts: ['charging'],
		moves: 'charging',
		onlyCharging: true,
		read: (instant) => ({ value: rounded(watts(instant)), unit: 'watts' })
	}),
	'charge-chargerate': signal({
		schema: KmPerHour,
		parts: ['charging'],
		moves: 'charging',
		onlyCharging: true,
		read: (instant) => {
			const perKm = (instant.profile.battery?.kWhPer100Km ?? 1) * 10;
			return { value: rounded(watts(instant) / perKm), unit: 'km/h' };
		}
	}),
	'charge-timetocomplete': signal({
		// Real answers have no unit; the documents say minutes.
		schema: z.strictObject({ value: z.number().int().min(0) }),
		parts: ['charging'],
		moves: 'charging',
		onlyCharging: true,
		read: ({ state: { charging }, time }) => {
			const left = charging.session ? charging.session.endsAt - time : 0;
			return { value: Math.max(Math.ceil(left / MINUTE), 0) };
		}
	}),
	'charge-energyadded': signal({
		schema: KWh,
		parts: ['charging'],
		moves: 'charging',
		read: (instant) => ({ value: rounded(kWhAdded(instant), 2), unit: 'kWh' })
	}),
	'charge-amperage': signal({
		schema: Ampere,
		parts: ['charging'],
		moves: 'charging',
		read: (instant) => ({
			value: rounded(watts(instant) / wattsPerAmpere(instant)),
			unit: 'ampere'
		})
	}),
	'charge-amperagemax': signal({
		schema: Ampere,
		parts: ['plug'],
		read: (instant) => ({ value: mostAmperes(instant), unit: 'ampere' })
	}),
	'charge-amperagerequested': signal({
		schema: Ampere,
		parts: ['plug', 'chargeSettings'],
		read: (instant) => {
			const chosen = instant.state.chargeSettings.amperes ?? Infinity;
			return { value: rounded(Math.min(mostAmperes(instant), chosen)), unit: 'ampere' };
		}
	}),
	'charge-voltage': signal({
		schema: Volts,
		parts: ['charging'],
		read: (instant) => ({
			value: instant.state.charging.session ? voltsOf(instant) : 0,
			unit: 'volts'
		})
	}),
	'charge-chargerphases': signal({
		schema: Count,
		parts: ['plug'],
		read: ({ state, profile }) => ({
			value: state.plug.in === 'DC' ? 0 : (profile.battery?.phases ?? 0),
			unit: 'count'
		})
	})
};

function statusOf(instant: Instant): z.infer<typeof ChargingStatus>['value'] {
	if (instant.state.charging.session) return 'CHARGING';
	return percentAt(instant) >= 99.5 ? 'FULLY_CHARGED' : 'NOT_CHARGING';
}

function watts({ state: { charging }, profile, time }: Instant): number {
	return charging.session ? kwOfSession(profile, charging.session, time) * 1000 : 0;
}

function kWhAdded({ state: { charging }, profile, time }: Instant): number {
	const { session, past } = charging;
	if (session) return Math.max(kWhOfSession(profile, session, time) - session.beganKWh, 0);
	const last = past[0];
	return last ? Math.max(last.kWh - last.session.beganKWh, 0) : 0;
}

function mostAmperes(instant: Instant): number {
	const { battery } = instant.profile;
	if (!battery) return 0;
	const kw = instant.state.plug.in === 'DC' ? (battery.fast?.kw ?? 0) : battery.acKw;
	return rounded((kw * 1000) / wattsPerAmpere(instant));
}

function wattsPerAmpere(instant: Instant): number {
	const phases = instant.state.plug.in === 'DC' ? 1 : (instant.profile.battery?.phases ?? 1);
	return voltsOf(instant) * phases;
}

function voltsOf({ state, profile }: Instant): number {
	return state.plug.in === 'DC' ? DC_VOLTS : acVolts(profile.region);
}
