import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, eq } from 'drizzle-orm';
import { connections } from '../db/connect-schema.ts';
import { standsWith } from './standing.ts';

/** An application, and an account that vehicles of its are connected with. */
export interface Holder {
	readonly clientId: string;
	readonly accountId: string;
	readonly mode: ConnectMode;
}

/** The connections between the two. */
export function heldBy({ clientId, accountId, mode }: Holder) {
	return and(
		standsWith(clientId),
		eq(connections.accountId, accountId),
		eq(connections.mode, mode)
	);
}
