import type smartcar from 'smartcar';
import { z } from 'zod';

export type Car = InstanceType<typeof smartcar.Vehicle>;

export interface VehicleCall {
	readonly call: (car: Car) => Promise<object>;
	/** All that comes back beside `meta`. */
	readonly told: z.ZodType;
	/** Whether it says when the vehicle said so, and in which units. */
	readonly isReading?: boolean;
	/** By how much imperial units differ, field by field. */
	readonly imperial?: Readonly<Record<string, number>>;
}

const MILES = 0.621371;
const GALLONS = 0.264172;
const PSI = 0.145038;

const share = z.number().min(0).max(1);
const places = z.array(z.strictObject({ type: z.string(), status: z.string() }));
const Done = z.strictObject({
	status: z.literal('success'),
	message: z.literal('Successfully sent request to vehicle')
});

function reading(
	call: VehicleCall['call'],
	fields: z.ZodRawShape,
	imperial?: VehicleCall['imperial']
): VehicleCall {
	return { call, told: z.strictObject(fields), isReading: true, ...(imperial && { imperial }) };
}

const command = (call: VehicleCall['call']): VehicleCall => ({ call, told: Done });
const pressure = z.number().positive();

/** What an app calls of a vehicle, by the method of the SDK for Node; in an order that one on the cable can follow, which charges before and after. */
export const VEHICLE_CALLS: Readonly<Record<string, VehicleCall>> = {
	attributes: {
		call: (car) => car.attributes(),
		told: z.strictObject({ id: z.uuid(), make: z.string(), model: z.string(), year: z.int() })
	},
	vin: { call: (car) => car.vin(), told: z.strictObject({ vin: z.string().length(17) }) },
	permissions: {
		call: (car) => car.permissions(),
		told: z.strictObject({
			permissions: z.array(z.string().regex(/^(?:read|control)_/)),
			paging: z.strictObject({ count: z.int(), offset: z.literal(0) })
		})
	},
	charge: reading((car) => car.charge(), {
		isPluggedIn: z.boolean(),
		state: z.enum(['CHARGING', 'FULLY_CHARGED', 'NOT_CHARGING'])
	}),
	battery: reading(
		(car) => car.battery(),
		{ percentRemaining: share, range: z.number() },
		{ range: MILES, percentRemaining: 1 }
	),
	batteryCapacity: reading((car) => car.batteryCapacity(), { capacity: z.number().positive() }),
	nominalCapacity: reading((car) => car.nominalCapacity(), {
		availableCapacities: z.array(
			z.strictObject({ capacity: z.number(), description: z.string().nullable() })
		),
		capacity: z
			.strictObject({ nominal: z.number(), source: z.enum(['USER_SELECTED', 'SMARTCAR']) })
			.nullable(),
		url: z.url().nullable()
	}),
	fuel: reading(
		(car) => car.fuel(),
		{ range: z.number(), percentRemaining: share, amountRemaining: z.number() },
		{ range: MILES, percentRemaining: 1, amountRemaining: GALLONS }
	),
	tirePressure: reading(
		(car) => car.tirePressure(),
		{ frontLeft: pressure, frontRight: pressure, backLeft: pressure, backRight: pressure },
		{ frontLeft: PSI, frontRight: PSI, backLeft: PSI, backRight: PSI }
	),
	engineOil: reading((car) => car.engineOil(), { lifeRemaining: share }),
	odometer: reading((car) => car.odometer(), { distance: z.number() }, { distance: MILES }),
	location: reading((car) => car.location(), {
		latitude: z.number().min(-90).max(90),
		longitude: z.number().min(-180).max(180)
	}),
	lockStatus: reading((car) => car.lockStatus(), {
		isLocked: z.boolean(),
		doors: places,
		windows: places,
		sunroof: places,
		storage: places,
		chargingPort: places
	}),
	diagnosticSystemStatus: reading((car) => car.diagnosticSystemStatus(), {
		systems: z.array(
			z.strictObject({
				systemId: z.string(),
				status: z.enum(['OK', 'ALERT']),
				description: z.string().nullable()
			})
		)
	}),
	diagnosticTroubleCodes: reading((car) => car.diagnosticTroubleCodes(), {
		activeCodes: z.array(
			z.strictObject({ code: z.string(), timestamp: z.iso.datetime().nullable() })
		)
	}),
	// Bare in the answer; the SDK puts it under a name.
	serviceHistory: reading((car) => car.serviceHistory(), { data: z.array(z.object()) }),
	lock: command((car) => car.lock()),
	unlock: command((car) => car.unlock()),
	setChargeLimit: command((car) => car.setChargeLimit(0.9)),
	getChargeLimit: reading((car) => car.getChargeLimit(), { limit: share }),
	stopCharge: command((car) => car.stopCharge()),
	startCharge: command((car) => car.startCharge()),
	sendDestination: command((car) => car.sendDestination(52.5, 13.4))
};
