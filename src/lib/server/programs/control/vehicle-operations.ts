import { z } from 'zod';
import { MOST_VEHICLES_LISTED } from '../../fleet/list-vehicles.ts';
import { CANNOT_BE_READ, type Operation } from './operation.ts';
import * as examples from './vehicle-examples.ts';

const VEHICLE_ID = {
	name: 'vehicleId',
	in: 'path',
	required: true,
	description: 'Of GET /sandbox/api/vehicles',
	schema: z.string()
} as const;

const NO_SUCH_VEHICLE = { 404: 'There is no vehicle with this id, or no longer.' };

export const VEHICLE_OPERATIONS: readonly Operation[] = [
	{
		path: '/sandbox/api/vehicles',
		method: 'get',
		id: 'listVehicles',
		summary: 'The vehicles that are there',
		description:
			'All that somebody signed in to or added by hand, whether they are connected or not, by their ids.',
		parameters: [
			{
				...{ name: 'limit', in: 'query', required: false },
				description: 'How many at a time',
				schema: z.int().min(1).max(MOST_VEHICLES_LISTED).default(100)
			},
			{
				...{ name: 'after', in: 'query', required: false },
				description: 'Lists those that follow; next of the answer before',
				schema: z.string()
			}
		],
		request: null,
		answer: {
			description: 'Some of them, as they are now.',
			schemas: ['VehiclesAnswer'],
			examples: { one: examples.VEHICLES }
		},
		refusal: {
			description: 'The limit cannot be used.',
			schemas: ['ControlRefusal'],
			examples: {}
		}
	},
	{
		path: '/sandbox/api/vehicles',
		method: 'post',
		id: 'addVehicle',
		summary: 'Adds a vehicle',
		description:
			'What is left out follows from the rest. Owners find it when they next sign in to its account, whose login is told.',
		request: {
			description: 'What vehicle it is, and on whose account',
			schemas: ['VehicleRequest'],
			examples: { byModel: examples.BY_MODEL, byPowertrain: examples.BY_POWERTRAIN }
		},
		answer: {
			description: 'It is there.',
			schemas: ['VehicleAnswer'],
			examples: { added: examples.VEHICLE }
		},
		refusal: { description: CANNOT_BE_READ, schemas: ['ControlRefusal'], examples: {} }
	},
	{
		path: '/sandbox/api/vehicles/{vehicleId}',
		method: 'get',
		id: 'readVehicle',
		summary: 'One vehicle, with all that it tells',
		description: 'What it says itself; an API answers what the platform has learned of it by now.',
		parameters: [VEHICLE_ID],
		request: null,
		answer: {
			description: 'As it is now.',
			schemas: ['VehicleDetail'],
			examples: { one: examples.DETAIL }
		},
		refusal: null,
		others: NO_SUCH_VEHICLE
	},
	{
		path: '/sandbox/api/vehicles/{vehicleId}',
		method: 'delete',
		id: 'deleteVehicle',
		summary: 'Takes a vehicle from its account',
		description:
			'Nobody finds it at a sign-in any more. Its connections stand, and calls for it answer CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING. Adding the same VIN brings it back.',
		parameters: [VEHICLE_ID],
		request: null,
		answer: {
			description: 'It is gone.',
			schemas: ['DeletedAnswer'],
			examples: { deleted: examples.DELETED }
		},
		refusal: null,
		others: NO_SUCH_VEHICLE
	},
	{
		path: '/sandbox/api/vehicles/{vehicleId}/events',
		method: 'post',
		id: 'vehicleEvent',
		summary: 'Lets something happen to a vehicle, or sets what it tells',
		description:
			'What somebody at the vehicle would do, at once and by the time of the rehearsal. What is set is written into its state where that holds it, so that the vehicle lives on from there.',
		parameters: [VEHICLE_ID],
		request: {
			description: 'One event with its details, or bodies of signals',
			schemas: ['EventRequest'],
			examples: { plugIn: examples.PLUG_IN, drive: examples.DRIVE, set: examples.SET }
		},
		answer: {
			description: 'It happened.',
			schemas: ['EventAnswer'],
			examples: { set: examples.CHANGED }
		},
		refusal: { description: CANNOT_BE_READ, schemas: ['ControlRefusal'], examples: {} },
		others: { ...NO_SUCH_VEHICLE, 409: 'The vehicle does not do that now; reason names why.' }
	}
];
