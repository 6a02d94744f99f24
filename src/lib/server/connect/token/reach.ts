import { reachOf, type Reach } from '#lib/connect/token/reach.ts';
import type { authorizations, connections } from '../../db/connect-schema.ts';
import { readJson } from '../../db/stored-json.ts';

/** An authorization beside one connection of its account; null where there is none. */
interface Row {
	readonly id: number;
	readonly clientId: string;
	readonly scope: string;
	readonly vehicleIds: (typeof authorizations.$inferSelect)['vehicleIds'];
	readonly vehicleId: string | null;
	readonly granted: (typeof connections.$inferSelect)['granted'] | null;
}

/** What an authorization still reaches, from its rows. */
export function readReach({ id, scope, vehicleIds }: Row, rows: readonly Row[]): Reach {
	return reachOf(
		{ scope, vehicleIds: readJson(vehicleIds, String(id)) },
		rows.map(({ clientId, vehicleId, granted }) => ({
			vehicleId,
			granted: granted && readJson(granted, `${clientId} ${vehicleId}`)
		}))
	);
}
