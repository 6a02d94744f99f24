import { startSmtpServer } from '../support/smtp-server.ts';
import { expectAccessible } from './support/accessible.ts';
import {
	askForCode,
	newAddress,
	readOutbox,
	signInToPortal,
	submitCode
} from './support/portal.ts';
import { expect, test } from './support/test.ts';

test('a code comes by the mail server that is named, and there is no outbox then', async ({
	page,
	request,
	ownServer
}) => {
	const smtp = await startSmtpServer();
	await ownServer.stop();
	await ownServer.start({ SMTP_URL: smtp.url, MAIL_FROM: 'no-reply@example.com' });
	const address = newAddress();
	await askForCode(page, address, ownServer.origin);
	await expect(page.getByRole('link', { name: 'Open the outbox' })).toHaveCount(0);
	await expect.poll(() => smtp.received.length).toBe(1);
	const [mail] = smtp.received;
	expect(mail).toMatchObject({ from: 'no-reply@example.com', to: [address] });
	await submitCode(page, /\d{3} \d{3}/.exec(mail?.message ?? '')?.[0] ?? '');
	await expect(page).toHaveURL(`${ownServer.origin}/my/applications`);
	expect((await request.get(`${ownServer.origin}/sandbox/outbox`)).status()).toBe(404);
	expect((await request.get(`${ownServer.origin}/sandbox/outbox.json`)).status()).toBe(404);
	await ownServer.stop();
	await smtp.close();
});

test('where others reach the server and no mail can leave, the portal is off and says so', async ({
	request,
	ownServer
}) => {
	await ownServer.stop();
	const { origin } = ownServer;
	await ownServer.start({ ORIGIN: 'https://valetkey.example.com', ALLOW_PUBLIC: '1' });
	const at = new URL(ownServer.origin).port;
	expect(origin).toContain(at);
	for (const path of ['/my', '/my/applications', '/my/code']) {
		const answer = await request.get(`http://127.0.0.1:${at}${path}`);
		expect(answer.status()).toBe(404);
		expect(await answer.text()).toContain('SMTP_URL');
	}
	const outbox = await request.get(`http://127.0.0.1:${at}/sandbox/outbox.json`);
	expect(outbox.status()).toBe(404);
});

test('a header does not make another client of somebody who asks too often', async ({
	request,
	ownServer
}) => {
	await ownServer.stop();
	await ownServer.start({ RATE_LIMITS: 'on' });
	const { origin } = ownServer;
	const ask = (index: number) =>
		request.post(`${origin}/my?/send`, {
			form: { email: newAddress() },
			headers: {
				...{ origin, accept: 'text/html' },
				...{ 'x-forwarded-for': `192.0.2.${index}`, 'x-real-ip': `192.0.2.${index}` },
				...{ forwarded: `for=192.0.2.${index}`, 'client-ip': `192.0.2.${index}` }
			},
			maxRedirects: 0
		});
	const statuses: number[] = [];
	for (let index = 0; index < 21; index += 1) statuses.push((await ask(index)).status());
	expect(statuses).toEqual([...Array<number>(20).fill(303), 429]);
	expect(await (await ask(99)).text()).toContain('Too many codes were asked for');
	expect(await readOutbox(request, origin)).toHaveLength(20);
});

test.describe('strangers from everywhere', () => {
	test.use({ provoked: /status of 429/ });

	test('use an address up, and its reader signs in all the same', async ({
		page,
		request,
		ownServer
	}) => {
		await ownServer.stop();
		await ownServer.start({ RATE_LIMITS: 'on', ADDRESS_HEADER: 'x-forwarded-for' });
		const { origin } = ownServer;
		const email = newAddress();
		const askFrom = (client: string) =>
			request.post(`${origin}/my?/send`, {
				form: { email },
				// What a client claims stands in front of what the proxy adds.
				headers: { origin, accept: 'text/html', 'x-forwarded-for': `192.0.2.250, ${client}` },
				maxRedirects: 0
			});
		for (let index = 0; index < 30; index += 1) {
			expect((await askFrom(`192.0.2.${index}`)).status()).toBe(303);
		}
		await page.goto(`${origin}/my`);
		await page.getByLabel('E-mail').fill(email);
		await page.getByRole('button', { name: 'Send me a code' }).click();
		await expect(page.getByRole('alert')).toContainText('The last mail to it says');
		const [mail] = await readOutbox(request, origin);
		const link = /http\S+/.exec(mail?.text ?? '')?.[0] ?? '';
		expect(link).toContain(`${origin}/my/known?as=`);
		await page.goto(link);
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Make it known' }).click();
		await expect(page.getByRole('status')).toContainText('This browser is known.');
		await signInToPortal(page, email, origin);
		// From then on it is known by its sign-in.
		await page.getByRole('button', { name: 'Sign out' }).click();
		await signInToPortal(page, email, origin);
	});
});
