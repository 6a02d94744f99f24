import { readSignal } from '../src/lib/vehicles/platform/read.ts';
import { PROFILES } from '../src/lib/vehicles/profiles/profiles.ts';
import { ROUTINES } from '../src/lib/vehicles/state/schema.ts';
import type { Vehicle } from '../src/lib/vehicles/kept.ts';
import { advance, newVehicle, transition } from '../src/lib/vehicles/vehicle.ts';
import { timeOf } from './figures.ts';
import { printFigure } from './line.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 26, 12);
const VEHICLES = 1000;
const DAYS = 60;

/** What vehicles cost without storage and without a server. */
export function benchVehicles(): void {
	console.log('\nVehicles');
	const fleet = Array.from({ length: VEHICLES }, (_, index) => vehicleOf(index));
	let moments = 0;
	const began = performance.now();
	for (const vehicle of fleet) moments += advance(vehicle, START + DAYS * DAY).moments.length;
	const seconds = (performance.now() - began) / 1000;
	printFigure(`live ${DAYS} days, ${VEHICLES} vehicles with routines`, seconds, 's', { most: 10 });
	printFigure('  moments in them', moments, '');

	let [vehicle] = fleet;
	if (!vehicle) return;
	printFigure(
		'let a second pass and read a signal',
		timeOf(
			() => {
				if (!vehicle) return;
				({ vehicle } = advance(vehicle, vehicle.state.time + 1000));
				readSignal(vehicle, 'odometer-traveleddistance');
			},
			{ calls: 500 }
		),
		'ms'
	);
}

function vehicleOf(seed: number): Vehicle {
	const profile = PROFILES[seed % PROFILES.length];
	const routines = ROUTINES.filter((routine) => routine !== 'none');
	const routine = routines[seed % routines.length];
	if (!profile || !routine) throw new TypeError('There are no vehicles');
	const vin = `0SC${String(seed).padStart(14, '0')}`;
	const born = newVehicle({ profile, vin, seed, time: START });
	return transition(born, { event: 'routine', routine }, START).vehicle;
}
