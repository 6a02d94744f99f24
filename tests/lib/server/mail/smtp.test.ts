import { listOutbox, queueMail } from '#lib/server/mail/mails.ts';
import { scheduleMail, wakeMail } from '#lib/server/mail/schedule.ts';
import { LEASE } from '#lib/server/mail/deliver.ts';
import { PATIENCE, smtpSender } from '#lib/server/mail/smtp.ts';
import { describe, expect, it } from 'vitest';
import { SMTP_CERTIFICATE } from '../../../support/smtp-certificate.ts';
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
	await expect.poll(() => server.received.length).toBe(1);
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

const FROM = 'no-reply@example.com';
const MAIL = { to: 'sam@example.org', subject: 'Your code', text: 'It is 482 913.' };

type Server = Awaited<ReturnType<typeof startSmtpServer>>;

/** Why a mail was not sent; null where it was. The server has hung up by then, too. */
async function faultOf(server: Server, url: string, patience = PATIENCE): Promise<string | null> {
	const fault = await smtpSender(
		url,
		FROM,
		patience
	)(MAIL).then(
		() => null,
		(error: unknown) => String(error)
	);
	await expect.poll(server.connections).toBe(0);
	await server.close();
	return fault;
}

describe('to a mail server that offers it, mail goes encrypted', () => {
	it('where its certificate can be believed', async () => {
		const server = await startSmtpServer({ tls: true });
		const url = `${server.url}?tls.ca=${encodeURIComponent(SMTP_CERTIFICATE)}`;
		expect(await faultOf(server, url)).toBeNull();
		expect(server.received).toMatchObject([{ to: [MAIL.to], encrypted: true }]);
	});

	it('and not at all where it cannot', async () => {
		const server = await startSmtpServer({ tls: true });
		expect(await faultOf(server, server.url)).toContain('self-signed certificate');
		expect(server.received).toEqual([]);
		expect(server.commands).not.toContain('MAIL');
	});

	it('and not at all where it has to, and somebody took the offer away', async () => {
		const server = await startSmtpServer({ answers: { STAR: '502 What is that?' } });
		// The same machine, by an address that does not say so.
		const url = server.url.replace('//127.0.0.1', '//sam:secret@0.0.0.0');
		expect(await faultOf(server, url)).toContain('STARTTLS');
		expect(server.commands).toEqual(['EHLO', 'STAR']);
	});

	it('and plainly where the address says that it may', async () => {
		const server = await startSmtpServer();
		const url = server.url.replace('//127.0.0.1', '//sam:secret@0.0.0.0');
		expect(await faultOf(server, `${url}?requireTLS=false`)).toBeNull();
		expect(server.received).toMatchObject([{ encrypted: false }]);
	});
});

describe('a mail is not sent', () => {
	it.each([
		['hello', '554 Go away'],
		['MAIL', '451 Later'],
		['RCPT', '550 No such user'],
		['DATA', '554 No messages'],
		['.', '552 Too long']
	])('where the server answers to %s: %s', async (command, answer) => {
		const server = await startSmtpServer({ answers: { [command]: answer } });
		expect(await faultOf(server, server.url)).toContain(answer);
		expect(server.received).toEqual([]);
	});

	it.each(['hello', 'EHLO', 'RCPT', 'DATA', '.'])(
		'where the server says nothing to %s',
		async (command) => {
			const server = await startSmtpServer({ answers: { [command]: null } });
			const patience = { ...PATIENCE, step: 100 };
			expect(await faultOf(server, server.url, patience)).not.toBeNull();
			expect(server.received).toEqual([]);
		}
	);

	it('where the server answers each time in the last moment', async () => {
		const server = await startSmtpServer({ slowly: 100 });
		const patience = { ...PATIENCE, talk: 250 };
		expect(await faultOf(server, server.url, patience)).toContain('aborted');
		expect(server.received).toEqual([]);
	});

	it('where there is no server', async () => {
		const server = await startSmtpServer();
		await server.close();
		await expect(smtpSender(server.url, FROM)(MAIL)).rejects.toThrow('ECONNREFUSED');
	});
});

it('a talk is over, and closed, before anybody else may send the mail', () => {
	const closing = 5000;
	expect(PATIENCE.talk + closing).toBeLessThan(LEASE);
});

it('nothing is asked of a storage whose mail stays on this machine', async () => {
	const stop = scheduleMail(
		() => storage.context,
		() => Promise.reject(new Error('not needed'))
	);
	wakeMail(storage.context);
	await stop();
});
