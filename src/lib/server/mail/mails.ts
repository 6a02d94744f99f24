import { desc, eq } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { mails } from '../db/owner-schema.ts';
import type { SecretKey } from '../secret-key.ts';

/** What is written to somebody. */
export interface MailText {
	readonly subject: string;
	readonly text: string;
}

/** As a program reads the outbox. */
export interface OutboxMail extends MailText {
	readonly to: string;
	/** ISO 8601. */
	readonly sentAt: string;
}

/** The outbox shows no more. */
const MAILS_SHOWN = 50;

/** Sealed text fits its row alone. */
const purposeOf = (to: string, queuedAt: number) => `mail ${to} ${queuedAt}`;

/**
 * Writes a mail down, to be sent once this is committed; part of a transaction. Where mail stays on
 * this machine, it has arrived with that.
 */
export async function queueMail(
	{ db, key, machineNow, settings }: Transaction,
	to: string,
	{ subject, text }: MailText
): Promise<void> {
	const isSent = settings.mail.kind !== 'smtp';
	await db.insert(mails).values({
		to,
		subject,
		sealed: key.seal(text, purposeOf(to, machineNow)),
		queuedAt: machineNow,
		sentAt: isSent ? machineNow : null,
		dueAt: isSent ? null : machineNow
	});
}

/** The text of a mail; null where it has left, or another key sealed it. */
export function openMail(
	key: SecretKey,
	{ sealed, to, queuedAt }: Pick<typeof mails.$inferSelect, 'sealed' | 'to' | 'queuedAt'>
): string | null {
	return sealed === null ? null : key.open(sealed, purposeOf(to, queuedAt));
}

/** The last mails that stayed on this machine, the newest first. */
export async function listOutbox(context: Context): Promise<readonly OutboxMail[]> {
	const rows = await context.read(({ db }) =>
		db.select().from(mails).orderBy(desc(mails.id)).limit(MAILS_SHOWN)
	);
	return rows.flatMap((row) => {
		const text = openMail(context.key, row);
		if (text === null || row.sentAt === null) return [];
		const { to, subject, sentAt } = row;
		return { to, subject, text, sentAt: new Date(sentAt).toISOString() };
	});
}

/** Takes every mail to an address away, wherever it is on its way; part of a transaction. */
export async function forgetMails({ db }: Transaction, to: string): Promise<void> {
	await db.delete(mails).where(eq(mails.to, to));
}
