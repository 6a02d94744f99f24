import { listOutbox, queueMail } from '#lib/server/mail/mails.ts';
import { scheduleMail, wakeMail } from '#lib/server/mail/schedule.ts';
import { smtpSender } from '#lib/server/mail/smtp.ts';
import { expect, it } from 'vitest';
import { startSmtpServer } from '../../../support/smtp-server.ts';
import { START, testContext, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

it('what is queued reaches a mail server, with a head that says that a program wrote it', async () => {
	const server = await startSmtpServer();
	const env = { SMTP_URL: server.url, MAIL_FROM: 'no-reply@example.com' };
	const now = () => testContext(storage.engine, START, env);
	const stop = scheduleMail(now);
	await now().write((transaction) =>
		queueMail(transaction, 'sam@example.org', {
			subject: 'Votre code\u00a0: 482 913',
			text: 'Il est valable dix minutes.\n.\nVoilà.'
		})
	);
	wakeMail(now());
	await expect.poll(() => server.received.length, { timeout: 20_000 }).toBe(1);
	await stop();
	await server.close();
	const [mail] = server.received;
	expect(mail).toMatchObject({ from: 'no-reply@example.com', to: ['sam@example.org'] });
	const [head = '', body = ''] = mail?.message.split('\r\n\r\n') ?? [];
	expect(head).toMatch(/^From: no-reply@example\.com$/m);
	expect(head).toMatch(/^To: sam@example\.org$/m);
	expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
	expect(head).toMatch(/^Subject: =\?UTF-8\?/m);
	expect(body).toMatch(/^Il est valable dix minutes\.\r\n\.\.\r\nVoil=C3=A0\.$/);
	expect(await listOutbox(storage.context)).toEqual([]);
});

it('a line break in a subject or an address makes no line of the head', async () => {
	const server = await startSmtpServer();
	const send = smtpSender(server.url, 'no-reply@example.com');
	const injected = '\r\nBcc: eve@example.org';
	await send({ to: `sam@example.org${injected}`, subject: `Code${injected}`, text: 'x' });
	await server.close();
	const [mail] = server.received;
	const [head = ''] = mail?.message.split('\r\n\r\n') ?? [];
	expect(head).not.toMatch(/^Bcc:/im);
	expect(mail?.to).not.toContain('eve@example.org');
});

it('nothing is asked of a storage whose mail stays on this machine', async () => {
	const stop = scheduleMail(
		() => storage.context,
		() => Promise.reject(new Error('not needed'))
	);
	wakeMail(storage.context);
	await stop();
});
