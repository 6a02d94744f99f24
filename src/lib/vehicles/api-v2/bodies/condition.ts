import { z } from 'zod';
import { KPA_PER_BAR } from '../../signals/imperial.ts';
import { reading, type V2Reading } from '../reading.ts';
import { isRecord, numberOr, recordsIn, textOr, type Told } from '../told.ts';
import { measured } from './energy.ts';
import { within } from './plans.ts';

const Amount = z.number().min(0);
const Text = z.string().nullable();

/** Where a vehicle is and how far it came, its tires, its visits to the workshop. */
export const CONDITION_READINGS: Readonly<Record<string, V2Reading>> = {
	'v2-vehicle': reading({
		schema: z.strictObject({
			id: z.uuid(),
			make: z.string(),
			model: z.string(),
			year: z.int()
		}),
		needs: [],
		body: (_told, { id, make, model, year }) => ({ id, make, model, year })
	}),
	'v2-vin': reading({
		schema: z.strictObject({ vin: z.string().length(17).nullable() }),
		needs: ['vehicleidentification-vin'],
		body: (told) => ({ vin: told.text('vehicleidentification-vin') })
	}),
	'v2-odometer': reading({
		schema: z.strictObject({ distance: Amount.nullable() }),
		needs: ['odometer-traveleddistance'],
		measured: true,
		body: (told, { units }) => ({
			distance: measured(told.number('odometer-traveleddistance'), units.distance)
		})
	}),
	'v2-location': reading({
		schema: z.strictObject({
			latitude: z.number().min(-90).max(90).nullable(),
			longitude: z.number().min(-180).max(180).nullable()
		}),
		needs: ['location-preciselocation'],
		body: (told) => ({
			latitude: told.number('location-preciselocation', 'latitude'),
			longitude: told.number('location-preciselocation', 'longitude')
		})
	}),
	'v2-tires-pressure': reading({
		schema: z.strictObject({
			frontLeft: Amount.nullable(),
			frontRight: Amount.nullable(),
			backLeft: Amount.nullable(),
			backRight: Amount.nullable()
		}),
		needs: ['wheel-tires'],
		measured: true,
		body: (told, { units }) => {
			const [frontLeft, frontRight, backLeft, backRight] = kilopascals(told).map((kPa) =>
				measured(kPa, units.pressure)
			);
			return {
				frontLeft: frontLeft ?? null,
				frontRight: frontRight ?? null,
				backLeft: backLeft ?? null,
				backRight: backRight ?? null
			};
		}
	}),
	'v2-service-history': reading({
		schema: z.array(
			z.strictObject({
				serviceId: Text,
				odometerDistance: Amount.nullable(),
				serviceDate: z.iso.datetime().nullable(),
				serviceTasks: z.array(z.strictObject({ taskId: Text, taskDescription: Text })),
				serviceDetails: z.array(z.strictObject({ type: Text, value: Text })),
				serviceCost: z.strictObject({ totalCost: Amount.nullable(), currency: Text })
			})
		),
		needs: ['service-records'],
		measured: true,
		body: (told, { days, units }) =>
			within(told.records('service-records'), 'time', days).map((record) => {
				const cost = isRecord(record.cost) ? record.cost : {};
				return {
					serviceId: textOr(null, record.id),
					odometerDistance: measured(numberOr(null, record.odometer), units.distance),
					serviceDate: textOr(null, record.time),
					serviceTasks: recordsIn(record.tasks).map(({ id, description }) => ({
						taskId: textOr(null, id),
						taskDescription: textOr(null, description)
					})),
					serviceDetails: recordsIn(record.details).map(({ id, description }) => ({
						type: textOr(null, id),
						value: textOr(null, description)
					})),
					serviceCost: {
						totalCost: numberOr(null, cost.amount),
						currency: textOr(null, cost.currency)
					}
				};
			})
	})
};

/** No tire of a vehicle holds that much in bar, and none so little in kilopascals. */
const MOST_BAR = 20;

/** Most brands tell kilopascals under the name of bar. */
function kilopascals(told: Told): readonly (number | null)[] {
	return told.records('wheel-tires').map(({ tirePressure }) => {
		const pressure = numberOr(null, tirePressure);
		return pressure !== null && pressure < MOST_BAR ? pressure * KPA_PER_BAR : pressure;
	});
}
