import { sql } from 'drizzle-orm';
import {
	check,
	counter,
	digest,
	index,
	primaryKey,
	table,
	text,
	time,
	uniqueIndex,
	whole
} from './columns.ts';
import { vehicleAccounts } from './vehicle-schema.ts';

/** Persons who signed in to the portal. Their times, and those of their sign-ins, are the machine's. */
export const owners = table(
	'owners',
	{
		id: text().primaryKey(),
		/** As it was typed at the first sign-in. */
		address: text().notNull(),
		/** The form by which one address is told from another, to which mail goes. */
		addressKey: text().notNull(),
		createdAt: time()
	},
	(columns) => [uniqueIndex('owners_address').on(columns.addressKey)]
);

/** Vehicle accounts that owners have linked; an account may be linked by several. */
export const accountOwners = table(
	'account_owners',
	{
		ownerId: text()
			.notNull()
			.references(() => owners.id, { onDelete: 'cascade' }),
		accountId: text()
			.notNull()
			.references(() => vehicleAccounts.id, { onDelete: 'cascade' }),
		/** By the rehearsal, as what happens to connections. */
		linkedAt: time()
	},
	(columns) => [
		primaryKey({ columns: [columns.ownerId, columns.accountId] }),
		index('account_owners_account_id').on(columns.accountId)
	]
);

/** Codes that were asked for, with what became of them. Whether an owner has the address is not asked. */
export const signInCodes = table(
	'sign_in_codes',
	{
		id: counter(),
		/** As it was typed. */
		address: text().notNull(),
		addressKey: text().notNull(),
		/** Under the server's key: six digits are soon guessed from a plain digest. */
		codeDigest: digest().notNull(),
		/** Of the one browser that may submit it. */
		browserDigest: digest().notNull(),
		/** Who asked: an address, of IPv6 its network. */
		client: text().notNull(),
		/** Which browser asked, of those that signed in to the address before; null for a stranger. */
		knownBrowser: text(),
		/** Wrong codes that were submitted for it. */
		tries: whole().notNull().default(0),
		createdAt: time(),
		/** When it was used, or its browser asked for another in its place; null while it may be used. */
		endedAt: whole()
	},
	(columns) => [
		index('sign_in_codes_browser').on(columns.browserDigest, columns.id),
		index('sign_in_codes_address').on(columns.addressKey, columns.createdAt),
		index('sign_in_codes_client').on(columns.client, columns.createdAt),
		index('sign_in_codes_created_at').on(columns.createdAt),
		check('sign_in_codes_code', sql`length(${columns.codeDigest}) = 32`)
	]
);

/** Wrong codes of six digits, by which those who guess are stopped. */
export const signInFailures = table(
	'sign_in_failures',
	{
		id: counter(),
		/** Null once its owner has signed in: then it counts against the address no more. */
		addressKey: text(),
		/** Who submitted it: an address, of IPv6 its network. */
		client: text().notNull(),
		/** As it was asked for. */
		knownBrowser: text(),
		at: time()
	},
	(columns) => [
		index('sign_in_failures_address').on(columns.addressKey),
		index('sign_in_failures_client').on(columns.client, columns.at),
		index('sign_in_failures_at').on(columns.at)
	]
);

/** Browsers that an owner is signed in with. */
export const ownerSessions = table(
	'owner_sessions',
	{
		/** By which the owner's list names it; the cookie holds another secret. */
		id: text().primaryKey(),
		digest: digest().notNull(),
		ownerId: text()
			.notNull()
			.references(() => owners.id, { onDelete: 'cascade' }),
		/** The browser and its system, as far as a person needs it to know it again. */
		browser: text().notNull(),
		createdAt: time(),
		/** When it last asked for a page, to the minute. */
		seenAt: time()
	},
	(columns) => [
		uniqueIndex('owner_sessions_digest').on(columns.digest),
		index('owner_sessions_owner_id').on(columns.ownerId),
		index('owner_sessions_seen_at').on(columns.seenAt),
		check('owner_sessions_digest', sql`length(${columns.digest}) = 32`)
	]
);

/** Mail that is to be sent, or was; without a server for it, what the outbox page shows. */
export const mails = table(
	'mails',
	{
		id: counter(),
		to: text().notNull(),
		subject: text().notNull(),
		/** The text, sealed under the server's key; null once it has left, or cannot any more. */
		sealed: text(),
		queuedAt: time(),
		sentAt: whole(),
		/** Before that nobody tries to send it; null once it was sent or given up. */
		dueAt: whole(),
		/** How often it was tried. */
		tries: whole().notNull().default(0)
	},
	(columns) => [
		index('mails_due_at')
			.on(columns.dueAt)
			.where(sql`${columns.dueAt} is not null`),
		index('mails_queued_at').on(columns.queuedAt)
	]
);
