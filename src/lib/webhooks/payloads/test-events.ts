import { readSignal } from '#lib/vehicles/platform/read.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import type { SignalBody } from '#lib/vehicles/signals/signal.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import { newVehicle } from '#lib/vehicles/vehicle.ts';
import type { EventBody, Subject, VehicleEventFacts } from './event.ts';
import type { ToldSignal } from './signal.ts';
import { vehicleError } from './vehicle-error.ts';
import { vehicleState } from './vehicle-state.ts';

const VIN = '5YJSA1CN5DFP00101';

/** A vehicle that nobody has, told as the platform's Dashboard tells it. */
const SAMPLE: Subject = {
	user: { id: '00000000-0000-4000-8000-000000000002', externalId: 'user-external-id-123' },
	vehicle: {
		id: '00000000-0000-4000-8000-000000000001',
		make: 'Tesla',
		model: 'Model 3',
		year: 2020,
		mode: 'test',
		powertrain: 'BEV'
	}
};

const FIXED: Readonly<Partial<Record<SignalCode, SignalBody>>> = {
	'tractionbattery-stateofcharge': { value: 78, unit: 'percent' },
	'odometer-traveleddistance': { value: 78_432, unit: 'km' },
	'closure-islocked': { value: true },
	'connectivitystatus-isonline': { value: true },
	'connectivitystatus-isasleep': { value: false },
	'vehicleidentification-nickname': { value: 'QueenLiz' }
};

/** What a webhook is to be tested with. */
interface Chosen {
	readonly triggers: readonly SignalCode[];
	readonly signals: readonly SignalCode[];
	/** By the rehearsal. */
	readonly at: number;
}

/** A sample with all that a webhook tells, as if every trigger had fired. */
export function testState(facts: VehicleEventFacts, { triggers, signals, at }: Chosen): EventBody {
	return vehicleState(
		{ ...facts, isTest: true },
		{ ...SAMPLE, signals: signals.map((code) => sampleOf(code, at)), triggers }
	);
}

/** A sample of an error, as if the vehicle had none of the signals. */
export function testError(
	facts: VehicleEventFacts,
	{ signals }: Pick<Chosen, 'signals'>
): EventBody {
	return vehicleError(
		{ ...facts, isTest: true },
		{
			...SAMPLE,
			// The Dashboard writes it so in this sample, and otherwise in the other.
			vehicle: { ...SAMPLE.vehicle, make: 'TESLA' },
			errors: [{ name: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE', state: 'ERROR', signals }]
		}
	);
}

/** What no fixed value is known of is that of a simulated vehicle. */
function sampleOf(code: SignalCode, at: number): ToldSignal {
	const born = { profile: profileOf('simulated-bev'), vin: VIN, seed: 1, time: at };
	const reading = readSignal(newVehicle(born), code);
	const body = FIXED[code];
	const fixed = body && { error: null, body };
	return { ...reading, ...fixed, isGranted: true };
}
