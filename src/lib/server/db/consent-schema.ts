import { PermissionNames, RequestedPermissions, VehicleIds } from '#lib/access/kept.ts';
import { CONSENT_ACTORS, CONSENT_KINDS } from '../../connect/consent-record.ts';
import { clientId } from './client-schema.ts';
import {
	check,
	counter,
	index,
	isJson,
	oneOf,
	storedJson,
	table,
	text,
	time,
	whole
} from './columns.ts';
import { isMode, mode, vehicleAccounts } from './vehicle-schema.ts';

/**
 * Everything that owners consented to, and how it ended; never pruned. Append-only: while the
 * application exists, triggers of a migration refuse every change but one, that the client id goes
 * along with the application's.
 */
export const consents = table(
	'consents',
	{
		id: counter(),
		clientId: clientId(),
		/** How the application was called; null for one from before that was noted. */
		appName: text(),
		accountId: text()
			.notNull()
			.references(() => vehicleAccounts.id, { onDelete: 'cascade' }),
		mode: mode(),
		vehicleIds: storedJson({ name: 'consents.vehicle_ids', schema: VehicleIds }).notNull(),
		asked: storedJson({ name: 'consents.asked', schema: RequestedPermissions }).notNull(),
		/** What the application may do from then on. */
		granted: storedJson({ name: 'consents.granted', schema: PermissionNames }).notNull(),
		/** Version that was asked for, which tells what each permission is for; null for a scope of the link. */
		version: whole(),
		/** In which the owner was asked; null where it is not known, or nobody was asked. */
		language: text(),
		kind: text({ enum: CONSENT_KINDS }).notNull(),
		by: text({ enum: CONSENT_ACTORS }).notNull(),
		/**
		 * Which owner, where one took something back in the portal. No foreign key: the row stays as it is
		 * when they delete what is stored of them.
		 */
		ownerId: text(),
		at: time()
	},
	(columns) => [
		index('consents_client_id').on(columns.clientId, columns.accountId),
		index('consents_of_account').on(columns.accountId, columns.at, columns.id),
		check('consents_mode', isMode(columns.mode)),
		check('consents_kind', oneOf(columns.kind, CONSENT_KINDS)),
		check('consents_by', oneOf(columns.by, CONSENT_ACTORS)),
		check('consents_vehicle_ids', isJson(columns.vehicleIds)),
		check('consents_asked', isJson(columns.asked)),
		check('consents_granted', isJson(columns.granted))
	]
);
