import { sql } from 'drizzle-orm';
import { PermissionNames } from '#lib/access/kept.ts';
import { ConnectRequest, ConnectSteps, RESPONSE_TYPES } from '../../connect/session-data.ts';
import { PASSED_SCREENS } from '../../connect/session-tally.ts';
import { clientId } from './client-schema.ts';
import {
	insertedAt,
	storedJson,
	digest,
	flag,
	index,
	table,
	text,
	time,
	whole
} from './columns.ts';
import { authorizations } from './connect-schema.ts';
import { vehicleAccounts } from './vehicle-schema.ts';

/** One run of Connect, from the link to its end. */
export const connectSessions = table(
	'connect_sessions',
	{
		id: text().primaryKey(),
		clientId: clientId(),
		/** Of the browser that opened it; no other may go on with it. */
		browserDigest: digest().notNull(),
		/** Of the secret that the last sign-in gave its browser; asked for while there is an owner. */
		signInDigest: digest(),
		request: storedJson({ name: 'connect_sessions.request', schema: ConnectRequest }).notNull(),
		/** Screens in the order in which they were reached, each once, with the time. */
		steps: storedJson({ name: 'connect_sessions.steps', schema: ConnectSteps }).notNull(),
		country: text(),
		language: text(),
		make: text(),
		accountId: text().references(() => vehicleAccounts.id, { onDelete: 'set null' }),
		authorizationId: whole().references(() => authorizations.id, { onDelete: 'set null' }),
		/** Copied from the request, as are the next ones, to group and count by. */
		user: text(),
		/** As much of it as an index takes, to find it by; null where there is none, or an empty one. */
		userStart: text(),
		version: whole(),
		responseType: text({ enum: RESPONSE_TYPES }).notNull().default('code'),
		/** `granted`, `signed_in_again` or the error it ended with; null while it goes on. */
		outcome: text(),
		/** Optional permissions that the owner unticked. */
		refused: storedJson({ name: 'connect_sessions.refused', schema: PermissionNames }).notNull(),
		/** The furthest screen of the steps; null before the first. Copied from them, to count by. */
		furthest: text({ enum: PASSED_SCREENS }),
		/** Whether the steps tell that the brand is not supported. */
		unsupported: flag().notNull().default(false),
		/**
		 * The optional permissions once the consent is seen, and what became of them once it is granted.
		 * Copied from both lists, to count by.
		 */
		choices: text(),
		startedAt: time(),
		insertedAt: insertedAt(),
		/** When the last step was taken; too long ago and the session is over. */
		touchedAt: time(),
		/** With its outcome, or when it was first found left alone for too long. */
		endedAt: whole()
	},
	// The lists are read, and what passes their filters is counted, in these and not in the rows.
	(columns) => [
		index('connect_sessions_newest').on(
			columns.clientId,
			columns.startedAt,
			columns.id,
			columns.outcome,
			columns.furthest,
			columns.version,
			columns.responseType,
			columns.make,
			columns.authorizationId,
			columns.touchedAt,
			columns.endedAt
		),
		index('connect_sessions_by_user').on(
			columns.clientId,
			columns.userStart,
			columns.startedAt,
			columns.id,
			columns.outcome,
			columns.touchedAt,
			columns.endedAt
		),
		index('connect_sessions_counted').on(
			columns.clientId,
			columns.outcome,
			columns.furthest,
			columns.unsupported,
			columns.choices,
			columns.version,
			columns.responseType,
			columns.make
		),
		index('connect_sessions_open')
			.on(columns.clientId, columns.touchedAt)
			.where(sql`${columns.outcome} is null and ${columns.endedAt} is null`),
		index('connect_sessions_inserted_at').on(columns.insertedAt)
	]
);
