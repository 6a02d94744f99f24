import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { mails } from '../db/owner-schema.ts';
import { log } from '../log.ts';
import { openMail, type MailText } from './mails.ts';

/** Hands one mail to whoever sends it. */
export type Send = (mail: MailText & { readonly to: string }) => Promise<void>;

/** Mails that one round takes. */
const AT_A_TIME = 20;
const SECOND = 1000;
/** Milliseconds before a mail is tried again, one for each try; then it is given up: its code is over. */
const PAUSES = [5 * SECOND, 20 * SECOND, 60 * SECOND, 180 * SECOND];
/** Longer than a try may last: whoever ended in the middle of one left the mail to others. */
export const LEASE = 60 * SECOND;

/**
 * Sends what is due, each mail once, whoever else does the same. A server that took one and did not
 * come to say so is sent it again.
 *
 * @param now makes the context of each step: a round lasts as long as its slowest mail
 * @returns how many were tried
 */
export async function deliverMails(now: () => Context, send: Send): Promise<number> {
	const due = await now().read(({ db, machineNow }) =>
		db
			.select({ id: mails.id })
			.from(mails)
			.where(and(isNotNull(mails.dueAt), lte(mails.dueAt, machineNow)))
			.orderBy(asc(mails.dueAt))
			.limit(AT_A_TIME)
	);
	const tried = await Promise.all(due.map(({ id }) => deliver(now, id, send)));
	return tried.filter(Boolean).length;
}

/** @returns false where another has it */
async function deliver(now: () => Context, id: number, send: Send): Promise<boolean> {
	const context = now();
	const lease = context.machineNow + LEASE;
	const [mail] = await context.write(({ db, machineNow }) =>
		db
			.update(mails)
			.set({ dueAt: lease })
			.where(and(eq(mails.id, id), lte(mails.dueAt, machineNow)))
			.returning()
	);
	if (!mail) return false;
	const { to, subject, tries } = mail;
	const text = openMail(context.key, mail);
	const error =
		text === null ? 'sealed under another key' : await faultOf(send({ to, subject, text }));
	const pause = error === null || text === null ? undefined : PAUSES[tries];
	const isOver = error === null || pause === undefined;
	await now().write(({ db, machineNow }) =>
		db
			.update(mails)
			.set({
				tries: tries + 1,
				dueAt: isOver ? null : machineNow + pause,
				...(error === null && { sentAt: machineNow }),
				// What was sent holds a code, and what is given up is of no use.
				...(isOver && { sealed: null })
			})
			// One that has left has, whoever has it by now.
			.where(error === null ? eq(mails.id, id) : and(eq(mails.id, id), eq(mails.dueAt, lease)))
			.returning({ id: mails.id })
	);
	if (error !== null)
		log.warn({ mail: id, tries: tries + 1, isOver }, `a mail was not sent: ${error}`);
	return true;
}

/** What a server said; addresses are left out of the log. */
async function faultOf(sending: Promise<void>): Promise<string | null> {
	try {
		await sending;
		return null;
	} catch (error) {
		const text = error instanceof Error ? error.message : String(error);
		return text.replace(/[^\s<>]+@[^\s<>]+/g, '…').slice(0, 200);
	}
}
