import { sql } from 'drizzle-orm';
import { check, primaryKey, table, text, time, whole } from './columns.ts';
import { clientId } from './client-schema.ts';
import { connections } from './connect-schema.ts';
import { vehicles } from './vehicle-schema.ts';

/** When a connection last used a permission. */
export const permissionUses = table(
	'permission_uses',
	{
		connectionId: text()
			.notNull()
			.references(() => connections.id, { onDelete: 'cascade' }),
		permission: text().notNull(),
		/** By the rehearsal. */
		lastUsedAt: time()
	},
	(columns) => [primaryKey({ columns: [columns.connectionId, columns.permission] })]
);

/** How often an application called a vehicle in a month, for plans that limit that. */
export const vehicleCalls = table(
	'vehicle_calls',
	{
		clientId: clientId(),
		vehicleId: text()
			.notNull()
			.references(() => vehicles.id, { onDelete: 'cascade' }),
		/** `YYYY-MM` of the rehearsal, in UTC. */
		month: text().notNull(),
		calls: whole().notNull()
	},
	(columns) => [
		primaryKey({ columns: [columns.clientId, columns.vehicleId, columns.month] }),
		check('vehicle_calls_month', sql`length(${columns.month}) = 7`)
	]
);
