import { profileOfVehicle } from '#lib/vehicles/profiles/profile-of-vehicle.ts';
import {
	countConnections,
	endAsApplication,
	findConnection,
	listConnections,
	type ConnectionFilter,
	type ConnectionRecord
} from '../../connect/told-connections.ts';
import type { Transaction } from '../../context.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v3Answer, v3Done } from './answers.ts';
import { applicationEndpoint, idOf, nothingCalled } from './application-endpoint.ts';
import { connectionBody, type ToldConnection } from './bodies/connection.ts';
import { pagingOf } from './bodies/paging.ts';
import { appliedFilters, ConnectionsQuery, readListQuery } from './list-query.ts';
import { userNamedBy } from './caller.ts';
import { alone } from './style.ts';

/** `GET /v3/connections`: those of an application, a page at a time. */
export const connections = applicationEndpoint(async (call, { clientId, style }) => {
	const { envelope, context } = call;
	const query = readListQuery(call, ConnectionsQuery);
	if (query instanceof Refused) return query.answer;
	const filter = filterOf(query, userNamedBy(call));
	const [size, number] = [query['page[size]'], query['page[number]']];
	const { total, rows, hidden } = await context.read(async (transaction) => {
		const page = { size, offset: (number - 1) * size };
		const found = await listConnections(transaction, clientId, filter, page);
		return {
			total: found.total,
			rows: found.connections,
			hidden: await countHidden(transaction, clientId, { call, filter })
		};
	});
	const page = { number, size, total };
	const paging = pagingOf(style, '/connections', page, appliedFilters(query));
	const data = rows.map((row) => connectionBody(style, toldConnection(row)));
	return v3Answer(envelope.id, { data, ...paging }, hintOf(hidden));
});

/** `GET /v3/connections/{id}`. */
export const connection = applicationEndpoint(async (call, { clientId, style }) => {
	const id = idOf(call, 'connectionId');
	if (id instanceof Refused) return id.answer;
	const found = await call.context.read((transaction) => findConnection(transaction, clientId, id));
	if (!found) return nothingCalled(call, 'CONNECTION').answer;
	return v3Answer(call.envelope.id, alone(style, connectionBody(style, toldConnection(found))));
});

/** `DELETE /v3/connections/{id}`: gives it back in the name of the application. */
export const endConnection = applicationEndpoint(async (call, { clientId }) => {
	const id = idOf(call, 'connectionId');
	if (id instanceof Refused) return id.answer;
	const ended = await call.context.write((transaction) =>
		endAsApplication(transaction, clientId, { id })
	);
	return ended.length > 0 ? v3Done(call.envelope.id) : nothingCalled(call, 'CONNECTION').answer;
});

/** `DELETE /v3/users/{id}`: gives back all connections of an owner. */
export const endUser = applicationEndpoint(async (call, { clientId }) => {
	const userId = idOf(call, 'userId');
	if (userId instanceof Refused) return userId.answer;
	const ended = await call.context.write((transaction) =>
		endAsApplication(transaction, clientId, { userId })
	);
	return ended.length > 0 ? v3Done(call.envelope.id) : nothingCalled(call, 'USER').answer;
});

function toldConnection({ vehicleId, vehicle, mode, ...record }: ConnectionRecord): ToldConnection {
	const { make, model, year } = vehicle;
	const { powertrain } = profileOfVehicle(vehicle);
	return { ...record, vehicle: { id: vehicleId, make, model, year, mode, powertrain } };
}

/** @param user that the header names; the query goes before it */
function filterOf(query: ConnectionsQuery, user: string | null): ConnectionFilter {
	return {
		userId: query['filter[userId]'] ?? user?.toLowerCase(),
		vehicleId: query['filter[vehicleId]'],
		externalId: query['filter[user.externalId]'],
		mode: query['filter[vehicle.mode]']
	};
}

/** Simulated connections that are left out only because nobody said that they are wanted. */
async function countHidden(
	transaction: Transaction,
	clientId: string,
	{ call, filter }: { readonly call: Call; readonly filter: ConnectionFilter }
): Promise<number> {
	if (filter.mode !== 'live' || call.request.url.includes('vehicle.mode')) return 0;
	return countConnections(transaction, clientId, { ...filter, mode: 'simulated' });
}

function hintOf(hidden: number): Record<string, string> {
	if (hidden === 0) return {};
	const hint = `${hidden} simulated left out; they are listed with filter[vehicle.mode]=simulated`;
	return { 'x-valetkey-hint': hint };
}
