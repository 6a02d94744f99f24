import { z } from 'zod';
import { path, UNITS, VEHICLE } from '../openapi/vehicle-parts.ts';
import { ConnectionsQuery } from './list-query.ts';
import {
	NO_JSON,
	NOTHING,
	OF_A_VEHICLE,
	queryParameters,
	READ_HEADERS,
	REFUSALS,
	told,
	TOO_LARGE,
	USER,
	type Operation
} from './operation-parts.ts';
import type { V3SchemaName } from './schemas/schemas.ts';

function command(way: string, id: string, summary: string, request?: V3SchemaName): Operation {
	return {
		path: `/vehicles/{vehicleId}/commands/${way}`,
		method: 'post',
		id,
		tag: 'Commands',
		summary,
		parameters: [VEHICLE, USER],
		...(request && { request }),
		answers: {
			200: told('The vehicle did it.', 'CommandAnswer'),
			202: told(HELD, 'CommandAnswer', 'ErrorAnswer'),
			413: TOO_LARGE,
			415: NO_JSON,
			...OF_A_VEHICLE
		}
	};
}

function schedule(kind: string, summary: string, request: V3SchemaName): Operation {
	return {
		path: `/vehicles/{vehicleId}/charge-schedules/${kind}`,
		method: 'post',
		id: `${kind}ChargeSchedule`,
		tag: 'Charge schedules',
		summary,
		parameters: [VEHICLE, USER],
		request,
		answers: {
			200: told('The vehicle keeps it.', 'ScheduleAnswer'),
			202: told(HELD, 'ScheduleAnswer', 'ErrorAnswer'),
			413: TOO_LARGE,
			415: NO_JSON,
			...OF_A_VEHICLE
		}
	};
}

const HELD =
	'The vehicle takes long, which only a fault brings about: the connection stays open, and what came of it follows.';
const CONNECTION = path('connectionId', 'The connection');
const OF_AN_APPLICATION = ['applicationToken'];

/** All that is served of API v3. */
export const V3_OPERATIONS: readonly Operation[] = [
	{
		path: '/connections',
		method: 'get',
		id: 'listConnections',
		tag: 'Connections',
		summary: 'Connections of the application, the newest first',
		description:
			'Without a filter of the mode, those of simulated vehicles are left out; the header x-valetkey-hint says so.',
		parameters: [
			...queryParameters(ConnectionsQuery),
			{ ...USER, description: 'Of this owner, where no filter names one' }
		],
		answers: {
			200: {
				...told('One page of them.', 'ConnectionsAnswer', 'ConnectionsOf2025'),
				headers: { 'x-valetkey-hint': 'What the default filter leaves out' }
			},
			...REFUSALS
		},
		security: OF_AN_APPLICATION
	},
	{
		path: '/connections/{connectionId}',
		method: 'get',
		id: 'getConnection',
		tag: 'Connections',
		summary: 'One connection',
		parameters: [CONNECTION],
		answers: { 200: told('It.', 'ConnectionAnswer', 'ConnectionOf2025'), ...REFUSALS },
		security: OF_AN_APPLICATION
	},
	{
		path: '/connections/{connectionId}',
		method: 'delete',
		id: 'deleteConnection',
		tag: 'Connections',
		summary: 'Gives a connection back',
		parameters: [CONNECTION],
		answers: { 204: NOTHING, ...REFUSALS },
		security: OF_AN_APPLICATION
	},
	{
		path: '/users/{userId}',
		method: 'delete',
		id: 'deleteUser',
		tag: 'Users',
		summary: 'Gives all connections of an owner back',
		parameters: [path('userId', 'The owner')],
		answers: { 204: NOTHING, ...REFUSALS },
		security: OF_AN_APPLICATION
	},
	{
		path: '/vehicles/{vehicleId}',
		method: 'get',
		id: 'getVehicle',
		tag: 'Vehicles',
		summary: 'What a vehicle is',
		parameters: [VEHICLE],
		answers: { 200: told('Its attributes.', 'VehicleAnswer', 'VehicleOf2025'), ...OF_A_VEHICLE }
	},
	{
		path: '/vehicles/{vehicleId}/signals',
		method: 'get',
		id: 'listSignals',
		tag: 'Signals',
		summary: 'All that is stored of a vehicle',
		description: 'A signal that cannot be told says why; the others are told.',
		parameters: [VEHICLE, USER, UNITS],
		answers: {
			200: { ...told('The signals.', 'SignalsAnswer', 'SignalsOf2025'), headers: READ_HEADERS },
			...OF_A_VEHICLE
		}
	},
	{
		path: '/vehicles/{vehicleId}/signals/{code}',
		method: 'get',
		id: 'getSignal',
		tag: 'Signals',
		summary: 'What is stored of one signal',
		parameters: [
			VEHICLE,
			{ ...path('code', 'The signal'), schema: z.string().regex(/^[a-z]+-[a-z]+$/) },
			USER,
			UNITS
		],
		answers: {
			200: { ...told('The signal.', 'SignalAnswer', 'SignalOf2025'), headers: READ_HEADERS },
			...OF_A_VEHICLE
		}
	},
	command('charge/start', 'startCharge', 'Starts charging'),
	command('charge/stop', 'stopCharge', 'Stops charging'),
	command('charge/set-limit', 'setChargeLimit', 'Sets where charging ends', 'SetLimitRequest'),
	command('charge-port/open', 'openChargePort', 'Opens the charge port'),
	command('charge-port/close', 'closeChargePort', 'Closes the charge port'),
	command('security/lock', 'lock', 'Locks the vehicle'),
	command('security/unlock', 'unlock', 'Unlocks the vehicle'),
	command(
		'navigation/set-destination',
		'setDestination',
		'Sends a destination',
		'SetDestinationRequest'
	),
	schedule('daily', 'Charges at a place, every day alike', 'DailyScheduleRequest'),
	schedule('weekly', 'Charges at a place, by the day of the week', 'WeeklyScheduleRequest'),
	schedule('workweek', 'Charges at a place, by workday or weekend', 'WorkweekScheduleRequest'),
	{
		path: '/vehicles/{vehicleId}/charge-schedules/{scheduleId}',
		method: 'delete',
		id: 'deleteChargeSchedule',
		tag: 'Charge schedules',
		summary: 'Removes a charge schedule',
		parameters: [
			VEHICLE,
			{ ...path('scheduleId', 'As charge-chargetimers tells it'), schema: z.string().min(1) },
			USER
		],
		answers: { 204: NOTHING, ...OF_A_VEHICLE }
	}
];
