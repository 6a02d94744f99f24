import { draw, drawBetween, drawOne } from '../draw.ts';
import { homeOf } from '../homes.ts';
import { outsideCelsius } from '../instant/weather.ts';
import type { Profile } from '../profiles/schema.ts';
import { DAY } from '../spans.ts';
import { STATION_KW } from './charging.ts';
import { PARTS, type VehicleState } from './schema.ts';

/** What a vehicle is told apart by. */
export interface Birth {
	readonly profile: Profile;
	readonly vin: string;
	readonly seed: number;
	readonly time: number;
}

const SERVICE_TASKS = ['Oil change', 'Brake fluid change', 'Cabin filter change', 'Tire rotation'];

/** A vehicle as it is when it has just been connected: awake, parked at home, locked, mostly unplugged. */
export function newState({ profile, vin, seed, time }: Birth): VehicleState {
	const { battery, tank, onCable = false } = profile;
	const km = Math.round(drawBetween(4000, 78_000, seed, 'odometer') * 10) / 10;
	const home = homeOf(profile, seed);
	return {
		profile: profile.id,
		vin,
		seed,
		routine: 'none',
		bornAt: time,
		time,
		happenedAt: time,
		power: { asleep: false },
		online: { value: true },
		drive: null,
		place: { at: home, heading: Math.floor(draw(seed, 'heading') * 360) },
		odometer: { km },
		plug: onCable ? { in: 'AC', stationKw: STATION_KW.AC } : { in: null, stationKw: 0 },
		charging: { session: null, past: [] },
		chargeSettings: { limit: 80, amperes: null },
		schedules: [],
		battery: { kWh: battery ? battery.kWh * drawBetween(0.55, 0.78, seed, 'charge') : 0 },
		fullCharges: { count: battery ? Math.floor(draw(seed, 'full') * 30) : 0 },
		tank: { liters: tank ? tank.liters * drawBetween(0.4, 0.95, seed, 'fuel') : 0 },
		lock: { locked: true },
		open: onCable ? ['charge-port'] : [],
		climate: {
			cabin: false,
			target: drawOne([20, 20.5, 21, 21.5, 22], seed, 'target'),
			frontDefroster: false,
			rearDefroster: false,
			steeringHeater: false,
			until: null
		},
		cabin: { celsius: outsideCelsius(home, seed, time), at: time },
		tires: {
			kPa: [0, 1, 2, 3].map((wheel) =>
				Math.round(profile.tireKPa + drawBetween(-6, 4, seed, 'tire', wheel))
			),
			at: time
		},
		lowVoltage: { percent: Math.round(drawBetween(88, 97, seed, 'low voltage')), at: time },
		troubles: [],
		service: earlierService(seed, time, km),
		destination: null,
		pin: { required: false },
		since: Object.fromEntries(PARTS.map((part) => [part, time])),
		edits: {}
	};
}

function earlierService(seed: number, time: number, km: number): VehicleState['service'] {
	const daysAgo = Math.floor(drawBetween(40, 300, seed, 'service days'));
	const since = Math.min(daysAgo * 35, km * 0.9);
	const last = Math.round(km - since);
	return {
		visits: [
			{ at: time - daysAgo * DAY, km: last, task: drawOne(SERVICE_TASKS, seed, 'service task') }
		],
		km: last
	};
}
