import { CONNECT_MODES } from '#lib/connect/session-data.ts';
import { z } from 'zod';
import {
	endAsApplication,
	listConnections,
	type ConnectionFilter
} from '../../connect/told-connections.ts';
import { queryOf, type Call } from '../call.ts';
import { asCaller, endpoint, Refused } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { v2Refusal } from './answers.ts';
import type { BasicClient } from './basic-client.ts';
import { limitManagement, readManagementCaller } from './management-caller.ts';
import { wordIssue } from './order-item.ts';

const MAX_LIMIT = 100;

/** What narrows connections down; the mode is that of the session they came from. */
export const ConnectionsQuery = z.object({
	user_id: z.uuid().toLowerCase().optional(),
	vehicle_id: z.uuid().toLowerCase().optional(),
	mode: z.enum(CONNECT_MODES).optional(),
	limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(10),
	cursor: z.coerce.number().int().min(0).max(1e9).default(0)
});

type Asked = z.infer<typeof ConnectionsQuery>;

/** `GET /v2.0/management/connections`: the newest first, a page at a time. */
export const managedConnections = endpoint<BasicClient, BasicClient>({
	who: readManagementCaller('basic'),
	limit: limitManagement,
	permission: asCaller,
	answer: async (call, { clientId }) => {
		const asked = readQuery(call);
		if (asked instanceof Refused) return asked.answer;
		const { limit: size, cursor: offset } = asked;
		const { total, connections } = await call.context.read((transaction) =>
			listConnections(transaction, clientId, filterOf(asked), { size, offset })
		);
		const next = offset + size;
		const body = {
			connections: connections.map(({ userId, vehicleId, mode, createdAt }) => ({
				userId,
				vehicleId,
				connectedAt: new Date(createdAt).toISOString(),
				mode
			})),
			paging: { cursor: next < total ? String(next) : null }
		};
		return plainJson(body, call.envelope.id);
	}
});

/** `DELETE /v2.0/management/connections`: ends those of a user, of a vehicle, or of both. */
export const endManagedConnections = endpoint<BasicClient, BasicClient>({
	who: readManagementCaller('basic'),
	limit: limitManagement,
	permission: asCaller,
	answer: async (call, { clientId }) => {
		const asked = readQuery(call);
		if (asked instanceof Refused) return asked.answer;
		if (asked.user_id === undefined && asked.vehicle_id === undefined) {
			const message = 'Name a user_id, a vehicle_id, or both; all at once is not ended.';
			const detail = [{ field: 'user_id', message }];
			return v2Refusal(call.envelope.id, 'VALIDATION', { detail });
		}
		const ended = await call.context.write(async (transaction) => {
			const filter = filterOf(asked);
			const page = { size: MAX_ENDED, offset: 0 };
			const { connections } = await listConnections(transaction, clientId, filter, page);
			await endAsApplication(transaction, clientId, filter);
			return connections;
		});
		const connections = ended.map(({ userId, vehicleId }) => ({ userId, vehicleId }));
		return plainJson({ connections }, call.envelope.id);
	}
});

/** More than an account can have vehicles. */
const MAX_ENDED = 1000;

function readQuery({ envelope, request }: Pick<Call, 'envelope' | 'request'>): Asked | Refused {
	const given = [...queryOf(request)].filter(([, value]) => value !== '');
	const read = ConnectionsQuery.safeParse(Object.fromEntries(given));
	if (read.success) return read.data;
	const detail = read.error.issues.slice(0, 1).map(wordIssue);
	return new Refused(v2Refusal(envelope.id, 'VALIDATION', { detail }));
}

function filterOf({ user_id: userId, vehicle_id: vehicleId, mode }: Asked): ConnectionFilter {
	return { userId, vehicleId, mode };
}
