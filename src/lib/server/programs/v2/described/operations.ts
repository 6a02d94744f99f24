import { descriptionOf } from '#lib/access/catalog/descriptions.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { z } from 'zod';
import { CompatibilityQuery, Scope } from '../compatibility.ts';
import { ConnectionsQuery } from '../management.ts';
import { MatrixQuery } from '../matrix.ts';
import { isCommand } from '../order-item.ts';
import { OPERATIONS } from '../operations.ts';
import { path, UNITS, VEHICLE } from '../../openapi/vehicle-parts.ts';
import {
	OF_A_BODY,
	OF_A_VEHICLE,
	PAGE,
	query,
	READ_HEADERS,
	REFUSALS,
	told,
	type Operation
} from './parts.ts';
import { schemaNameOf } from './schemas.ts';

const MAKE = path('make', 'The brand of the vehicle, in lower case', z.string());
const DAYS = [
	query('start_date', 'The first day that is told', z.string().optional()),
	query('end_date', 'The last day that is told', z.string().optional())
];
const PLACE = ['latitude', 'longitude'].map((name) =>
	query(name, 'Of the place', z.number(), true)
);
const OF_DAYS = /^(service|\{make\}\/charge\/records)/;
const OF_A_PLACE = 'charge-schedule-by-location-v2';

const { user_id, vehicle_id, mode, limit, cursor } = ConnectionsQuery.shape;
const OF_CONNECTIONS = [
	query('user_id', 'Whose they are', user_id),
	query('vehicle_id', 'Which vehicle they are to', vehicle_id),
	query('mode', 'How the owner was asked', mode)
];
const PAGE_OF_CONNECTIONS = [
	query('limit', 'Most that are listed', limit),
	query('cursor', 'Where the page begins, as the one before said', cursor)
];

/** A path beneath a vehicle, from the catalog. */
function beneath(key: string, items: readonly [CatalogItem, ...CatalogItem[]]): Operation {
	const [method = '', rest = ''] = key.split(' ');
	const [{ name, code, permissions }] = items;
	const needs = permissions.length === 0 ? 'any grant' : permissions.join(' ');
	const parameters = [
		VEHICLE,
		...(rest.startsWith('{make}') ? [MAKE] : []),
		...(OF_DAYS.test(rest) ? DAYS : [])
	];
	const shared = {
		path: `/vehicles/{vehicleId}/${rest}`.replace(/\/$/, ''),
		method: methodOf(method),
		id: code,
		summary: items.map((item) => item.name).join('; '),
		description: `${descriptionOf(code)} Needs ${needs}.`
	};
	if (!isCommand({ code })) {
		const answer = { ...told(`${name}.`, schemaNameOf(code)), headers: READ_HEADERS };
		const answers = { 200: answer, ...OF_A_VEHICLE };
		return { ...shared, tag: 'Vehicle', parameters: [...parameters, UNITS], answers };
	}
	const takesBody = method !== 'DELETE';
	return {
		...shared,
		tag: 'Commands',
		parameters: code === OF_A_PLACE ? [...parameters, ...PLACE] : parameters,
		...(takesBody && { request: items.map((item) => schemaNameOf(item.code)) }),
		answers: {
			200: told('The vehicle did it.', 'CommandAnswer'),
			...OF_A_VEHICLE,
			...(takesBody && OF_A_BODY)
		}
	};
}

function methodOf(method: string): Operation['method'] {
	switch (method) {
		case 'POST':
			return 'post';
		case 'PUT':
			return 'put';
		case 'DELETE':
			return 'delete';
		default:
			return 'get';
	}
}

/** All that is served of API v2.0. */
export const V2_OPERATIONS: readonly Operation[] = [
	{
		path: '/user',
		method: 'get',
		id: 'user',
		tag: 'Tokens',
		summary: 'The account that consented',
		parameters: [],
		answers: { 200: told('Its id.', 'UserAnswer'), ...REFUSALS }
	},
	{
		path: '/vehicles',
		method: 'get',
		id: 'vehicles',
		tag: 'Tokens',
		summary: 'The vehicles that a token reaches',
		parameters: PAGE,
		answers: { 200: told('Their ids.', 'VehiclesAnswer'), ...REFUSALS }
	},
	{
		path: '/vehicles/{vehicleId}/permissions',
		method: 'get',
		id: 'permissions',
		tag: 'Tokens',
		summary: 'What a token may do with a vehicle',
		parameters: [VEHICLE, ...PAGE],
		answers: { 200: told('Permissions.', 'PermissionsAnswer'), ...REFUSALS }
	},
	{
		path: '/vehicles/{vehicleId}/application',
		method: 'delete',
		id: 'disconnect',
		tag: 'Tokens',
		summary: 'Ends the connection to a vehicle',
		parameters: [VEHICLE],
		answers: { 200: told('It has ended.', 'DisconnectAnswer'), ...REFUSALS }
	},
	...[...OPERATIONS].map(([key, items]) => beneath(key, items)),
	{
		path: '/vehicles/{vehicleId}/batch',
		method: 'post',
		id: 'batch',
		tag: 'Vehicle',
		summary: 'Several readings at once',
		parameters: [VEHICLE, UNITS],
		request: 'BatchRequest',
		answers: { 200: told('Each by itself.', 'BatchAnswer'), ...OF_A_VEHICLE, ...OF_A_BODY }
	},
	{
		path: '/vehicles/{vehicleId}/webhooks/{webhookId}',
		method: 'post',
		id: 'subscribe',
		tag: 'Webhooks',
		summary: 'Subscribes a webhook to a vehicle',
		description: 'The same again changes nothing.',
		parameters: [VEHICLE, path('webhookId', 'The webhook', z.string())],
		answers: { 200: told('It is subscribed.', 'SubscribedAnswer'), ...REFUSALS }
	},
	{
		path: '/vehicles/{vehicleId}/webhooks/{webhookId}',
		method: 'delete',
		id: 'unsubscribe',
		tag: 'Webhooks',
		summary: 'Ends a subscription',
		parameters: [VEHICLE, path('webhookId', 'The webhook', z.string())],
		answers: { 200: told('It has ended.', 'DisconnectAnswer'), ...REFUSALS },
		security: ['managementBearer']
	},
	{
		path: '/management/connections',
		method: 'get',
		id: 'managedConnections',
		tag: 'Management',
		summary: 'The connections of the application',
		parameters: [...OF_CONNECTIONS, ...PAGE_OF_CONNECTIONS],
		answers: { 200: told('The newest first.', 'ConnectionsAnswer'), ...REFUSALS },
		security: ['managementToken']
	},
	{
		path: '/management/connections',
		method: 'delete',
		id: 'endManagedConnections',
		tag: 'Management',
		summary: 'Ends connections of a user, of a vehicle, or of both',
		parameters: OF_CONNECTIONS,
		answers: { 200: told('Those that ended.', 'EndedConnectionsAnswer'), ...REFUSALS },
		security: ['managementToken']
	},
	{
		path: '/compatibility',
		method: 'get',
		id: 'compatibility',
		tag: 'Compatibility',
		summary: 'Whether the vehicle of a VIN would answer',
		parameters: [
			query('vin', 'Of the vehicle', CompatibilityQuery.shape.vin, true),
			query('scope', 'Permissions with spaces between them', Scope, true),
			query('country', 'Code of two letters', CompatibilityQuery.shape.country)
		],
		answers: { 200: told('What it can do.', 'CompatibilityAnswer'), ...REFUSALS },
		security: ['clientSecret']
	},
	{
		path: '/compatibility/matrix',
		method: 'get',
		id: 'matrix',
		tag: 'Compatibility',
		summary: 'The models that would answer',
		parameters: [
			query('region', 'Where they are sold', MatrixQuery.shape.region, true),
			query('make', 'Brands with spaces between them', MatrixQuery.shape.make),
			query('type', 'What drives them', MatrixQuery.shape.type),
			query('scope', 'Permissions with spaces between them', MatrixQuery.shape.scope)
		],
		answers: { 200: told('Models by brand.', 'MatrixAnswer'), ...REFUSALS },
		security: ['clientSecret']
	}
];
