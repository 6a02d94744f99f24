import type { Context } from '#lib/server/context.ts';
import { mails } from '#lib/server/db/owner-schema.ts';
import { deliverMails, LEASE, type Send } from '#lib/server/mail/deliver.ts';
import { listOutbox, queueMail } from '#lib/server/mail/mails.ts';
import { expect, it } from 'vitest';
import { START, testContext, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const SMTP = { SMTP_URL: 'smtp://127.0.0.1:2525' };
const at = (after = 0) => testContext(storage.engine, START + after, SMTP);
const MAIL = { subject: 'Your code', text: 'It is 482 913.' };

const queue = (context: Context, to = 'sam@example.org') =>
	context.write((transaction) => queueMail(transaction, to, MAIL));
const rows = () => storage.context.read(({ db }) => db.select().from(mails));

/** What was handed to the mail server, which refuses as often as it is told. */
function server(refusals = 0) {
	const taken: unknown[] = [];
	const send: Send = async (mail) => {
		taken.push(mail);
		if (taken.length <= refusals) throw new Error('450 <sam@example.org> is busy');
	};
	return { taken, send };
}

it('a mail is sent once, and its text is kept no longer', async () => {
	await queue(at());
	expect(await rows()).toMatchObject([{ sentAt: null, dueAt: START, tries: 0 }]);
	const { taken, send } = server();
	expect(await deliverMails(() => at(1), send)).toBe(1);
	expect(await deliverMails(() => at(2 * LEASE), send)).toBe(0);
	expect(taken).toEqual([{ to: 'sam@example.org', ...MAIL }]);
	expect(await rows()).toMatchObject([{ sentAt: START + 1, dueAt: null, sealed: null }]);
});

it('of several servers one sends it', async () => {
	for (let count = 0; count < 5; count += 1) await queue(at(), `sam${count}@example.org`);
	const { taken, send } = server();
	await Promise.all(Array.from({ length: 6 }, () => deliverMails(() => at(), send)));
	expect(taken).toHaveLength(5);
});

it('what a server did not finish is sent by the next one', async () => {
	await queue(at());
	void deliverMails(
		() => at(),
		() => new Promise(() => {})
	);
	await expect.poll(async () => (await rows())[0]?.dueAt).toBe(START + LEASE);
	const { taken, send } = server();
	expect(await deliverMails(() => at(LEASE - 1), send)).toBe(0);
	expect(await deliverMails(() => at(LEASE), send)).toBe(1);
	expect(taken).toHaveLength(1);
});

it('a try that comes to nothing once another has the mail changes nothing of it', async () => {
	await queue(at());
	let fail: (error: Error) => void = () => {};
	let began: () => void = () => {};
	const begun = new Promise<void>((resolve) => (began = resolve));
	const late = deliverMails(
		() => at(),
		() =>
			new Promise((_, reject) => {
				fail = reject;
				began();
			})
	);
	await begun;
	const { send } = server(1);
	await deliverMails(() => at(LEASE), send);
	const after = await rows();
	fail(new Error('The line broke'));
	await late;
	expect(await rows()).toEqual(after);
	expect(after).toMatchObject([{ tries: 1, dueAt: START + LEASE + 5000 }]);
});

it('a try that took long is followed by a pause from then on', async () => {
	await queue(at());
	const times = [at(), at(), at(30_000)];
	await deliverMails(() => times.shift() ?? at(30_000), server(1).send);
	expect(await rows()).toMatchObject([{ dueAt: START + 30_000 + 5000 }]);
});

it('a mail that is refused is tried again, later each time, and then given up', async () => {
	await queue(at());
	const { taken, send } = server(99);
	let now = 0;
	for (const pause of [5000, 20_000, 60_000, 180_000]) {
		await deliverMails(() => at(now), send);
		expect((await rows())[0]?.dueAt).toBe(START + now + pause);
		now += pause;
	}
	await deliverMails(() => at(now), send);
	expect(await rows()).toMatchObject([{ tries: 5, dueAt: null, sealed: null, sentAt: null }]);
	expect(taken).toHaveLength(5);
});

it('without a mail server it has arrived in the outbox, the newest first', async () => {
	await queue(storage.context);
	await queue(storage.at(START + 1000), 'eve@example.org');
	expect(await listOutbox(storage.context)).toEqual([
		{ to: 'eve@example.org', ...MAIL, sentAt: '2026-11-23T14:02:01.000Z' },
		{ to: 'sam@example.org', ...MAIL, sentAt: '2026-11-23T14:02:00.000Z' }
	]);
	expect(await deliverMails(() => at(), server().send)).toBe(0);
});

it('the text is sealed, and opens in no other row', async () => {
	await queue(storage.context);
	await queue(storage.context, 'eve@example.org');
	const [first, second] = await rows();
	expect(first?.sealed).not.toContain('482');
	await storage.context.write(({ db }) =>
		db
			.update(mails)
			.set({ sealed: second?.sealed ?? null })
			.returning({ id: mails.id })
	);
	expect((await listOutbox(storage.context)).map(({ to }) => to)).toEqual(['eve@example.org']);
});
