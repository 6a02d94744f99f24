import Database from 'better-sqlite3';
import { expectAccessible } from './support/accessible.ts';
import {
	askForCode,
	lastCode,
	linkCar,
	newAddress,
	readOutbox,
	signInToPortal,
	submitCode
} from './support/portal.ts';
import { expect, test } from './support/test.ts';

const WRONG = (code: string) => (code === '123 456' ? '654321' : '123456');

test.describe('the way of an owner', () => {
	for (const javaScriptEnabled of [true, false]) {
		test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
			test.use({ javaScriptEnabled });

			test('leads from the address over the code to the car account, and out again', async ({
				page
			}) => {
				const address = newAddress();
				await askForCode(page, address);
				await expect(page).toHaveURL('/my/code');
				await expect(page.getByText(address)).toBeVisible();
				const field = page.getByLabel('Code');
				await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
				await expect(field).toHaveAttribute('inputmode', 'numeric');
				const code = await lastCode(page.request, address);
				await submitCode(page, ` ${code} `);
				await expect(page).toHaveURL('/my/applications');
				await linkCar(page, 'Volkswagen', '3-vehicles@smartcar.com');
				await expect(
					page.getByRole('listitem').filter({ hasText: '3-vehicles@smartcar.com' })
				).toContainText('3 vehicles');
				await linkCar(page, 'Tesla', 'sam@example.org');
				await expect(page.getByRole('listitem').filter({ hasText: 'Tesla' })).toBeVisible();
				await page.getByRole('listitem').filter({ hasText: 'Tesla' }).getByRole('link').click();
				await page.getByRole('button', { name: 'Unlink' }).click();
				await expect(page.getByRole('listitem').filter({ hasText: 'Tesla' })).toHaveCount(0);
				await page.getByRole('button', { name: 'Sign out' }).click();
				await expect(page.getByRole('status')).toHaveText('You are signed out.');
				await page.goto('/my/applications');
				await expect(page).toHaveURL('/my');
				await page.goBack();
				await expect(page.getByText('3-vehicles@smartcar.com')).toHaveCount(0);
			});
		});
	}

	test('goes back to the page that asked for the sign-in, and to no other site', async ({
		page
	}) => {
		const address = newAddress();
		await page.goto('/my/sessions');
		await expect(page).toHaveURL('/my?next=%2Fmy%2Fsessions');
		await page.getByLabel('E-mail').fill(address);
		await page.getByRole('button', { name: 'Send me a code' }).click();
		await submitCode(page, await lastCode(page.request, address));
		await expect(page).toHaveURL('/my/sessions');
		for (const next of ['//evil.example', 'https://evil.example/my/', '/my/../apps', '/my\\evil']) {
			await page.goto(`/my?next=${encodeURIComponent(next)}`);
			await expect(page).toHaveURL('/my/applications');
		}
	});
});

test.describe('a code', () => {
	test.use({ provoked: /status of 4(22|29)/ });

	test('that is wrong costs a try, and five of them end it', async ({ page }) => {
		const address = newAddress();
		await askForCode(page, address);
		const code = await lastCode(page.request, address);
		await submitCode(page, 'abc');
		await expect(page.getByRole('alert')).toHaveText(
			'This is no code. Write it as it stands in the mail.'
		);
		for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
			await submitCode(page, WRONG(code));
			await expect(page.getByRole('alert')).toHaveText(`This is not the code. ${left} left.`);
			await expect(page.getByLabel('Code')).toBeFocused();
		}
		await submitCode(page, WRONG(code));
		await expect(page.getByRole('alert')).toContainText('This code is over');
		await page.getByRole('button', { name: 'Send a new code' }).click();
		const next = await lastCode(page.request, address, '', code);
		await submitCode(page, next);
		await expect(page).toHaveURL('/my/applications');
	});

	test('is good in the browser that asked for it, once', async ({ page, browser, baseURL }) => {
		const address = newAddress();
		await askForCode(page, address);
		const code = await lastCode(page.request, address);
		const other = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
		await other.goto('/my/code');
		await expect(other).toHaveURL('/my');
		await askForCode(other, newAddress());
		await submitCode(other, code);
		await expect(other.getByRole('alert')).toHaveText('This is not the code. 4 tries left.');
		const cookies = await page.context().cookies();
		await submitCode(page, code);
		await expect(page).toHaveURL('/my/applications');
		// As it was before the code was used.
		await other.context().clearCookies();
		await other.context().addCookies(cookies);
		await other.goto('/my/code');
		await expect(other.getByRole('alert')).toContainText('This code is over');
		await other.context().close();
	});
});

test('a sign-in gets a secret of its own, and ends the one before', async ({ page }) => {
	const ownerCookie = async () =>
		(await page.context().cookies()).find(({ name }) => name === 'owner');
	await page.goto('/my');
	const origin = new URL(page.url()).origin;
	const planted = 'x'.repeat(43);
	await page.context().addCookies([{ name: 'owner', value: planted, url: origin }]);
	await signInToPortal(page, newAddress());
	const first = await ownerCookie();
	expect(first).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
	expect(first?.value).toMatch(/^[\w-]{43}$/);
	expect(first?.value).not.toBe(planted);
	// Another code in the same browser.
	const address = newAddress();
	await page.request.post('/my?/send', { form: { email: address }, headers: { origin } });
	await page.goto('/my/code');
	await submitCode(page, await lastCode(page.request, address));
	await expect(page).toHaveURL('/my/applications');
	const second = await ownerCookie();
	expect(second?.value).not.toBe(first?.value);
	await page.context().addCookies([{ name: 'owner', value: first?.value ?? '', url: origin }]);
	await page.goto('/my/applications');
	await expect(page).toHaveURL('/my');
});

test('forms of other sites are refused, and nothing is changed by a GET', async ({
	page,
	request
}) => {
	await signInToPortal(page, newAddress());
	for (const path of [
		'/my?/send',
		'/my/code?/signIn',
		'/my/sessions?/endAll',
		'/my/delete?/delete'
	]) {
		const forged = await page.request.post(path, {
			form: { email: 'sam@example.org' },
			headers: { origin: 'https://evil.example', accept: 'text/html' },
			maxRedirects: 0
		});
		expect(forged.status()).toBe(403);
	}
	for (const path of ['/my/sessions?/endAll', '/my/delete?/delete', '/my/connect/TESLA']) {
		await page.request.get(path);
	}
	await page.goto('/my/applications');
	await expect(page).toHaveURL('/my/applications');
	// Without the cookie there is no portal.
	for (const path of ['/my/applications', '/my/sessions', '/my/delete', '/my/connect']) {
		const answer = await request.get(path, { maxRedirects: 0 });
		expect(answer.status()).toBe(303);
		expect(answer.headers().location).toMatch(/^\/my(\?next=|$)/);
		expect(answer.headers()['cache-control']).toBe('no-store');
	}
});

test.describe('an address', () => {
	test.use({ provoked: /status of 422/ });

	test('that could steer a mail is refused with a sentence, and no mail is written', async ({
		page,
		request,
		baseURL
	}) => {
		const origin = baseURL ?? '';
		for (const [email, sentence] of [
			['', 'E-mail is empty. Write your address, such as sam@example.org.'],
			['a@example.org,b@example.org', 'E-mail takes one address. Write a single one.'],
			['a@example.org\r\nBcc: b@example.org', 'The e-mail address holds “[U+000D]”.'],
			['"a b"@example.org', 'Write the e-mail address alone,'],
			['sаm@example.org', 'The e-mail address holds “а”.'],
			[`${'a'.repeat(65)}@example.org`, 'The e-mail address has a fault before the @.'],
			[`sam@${'a'.repeat(260)}.org`, 'This e-mail address is longer than 254 characters.']
		] as const) {
			const before = (await readOutbox(request)).filter(({ to }) => to.includes('example.org\r'));
			expect(before).toEqual([]);
			const answer = await request.post('/my?/send', {
				form: { email },
				headers: { origin, accept: 'text/html' }
			});
			expect(answer.status()).toBe(422);
			expect(await answer.text()).toContain(sentence.replaceAll('"', '&quot;'));
		}
		await page.goto('/my');
		await page.getByLabel('E-mail').fill('sam');
		await page.getByRole('button', { name: 'Send me a code' }).click();
		await expect(page.getByRole('alert')).toContainText('has no @');
		await expect(page.getByLabel('E-mail')).toBeFocused();
		await expect(page.getByLabel('E-mail')).toHaveValue('sam');
	});
});

test('an owner sees where they are signed in, and signs out there and everywhere', async ({
	page,
	browser,
	baseURL
}) => {
	const address = newAddress();
	await signInToPortal(page, address);
	const other = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
	await signInToPortal(other, address);
	await page.getByRole('link', { name: 'Account' }).click();
	await expect(page.getByText(`You are signed in as ${address}.`)).toBeVisible();
	const lines = page.getByRole('main').getByRole('listitem');
	await expect(lines).toHaveCount(2);
	await expect(lines.filter({ hasText: 'This browser' })).toHaveCount(1);
	await page.getByRole('button', { name: 'Sign out there' }).click();
	await expect(lines).toHaveCount(1);
	await other.goto('/my/applications');
	await expect(other).toHaveURL('/my');
	await signInToPortal(other, address);
	await page.getByRole('button', { name: 'Sign out everywhere' }).click();
	await expect(page.getByRole('status')).toHaveText('You are signed out.');
	await other.goto('/my/applications');
	await expect(other).toHaveURL('/my');
	await other.context().close();
});

test('an owner deletes their data, after what stays was said', async ({ page }) => {
	const address = newAddress();
	await signInToPortal(page, address);
	await linkCar(page, 'Volkswagen', '3-vehicles@smartcar.com');
	await page.getByRole('link', { name: 'Account' }).click();
	await page.getByRole('link', { name: 'Delete my data' }).click();
	await expect(page.getByText('What you gave to apps stays')).toBeVisible();
	await page.getByRole('button', { name: 'Delete my data' }).click();
	await expect(page.getByRole('status')).toHaveText(
		'Your data is deleted, and you are signed out.'
	);
	expect((await readOutbox(page.request)).filter(({ to }) => to === address)).toEqual([]);
	const left = (await page.context().cookies()).map(({ name }) => name);
	expect(left.filter((name) => /^(__Host-)?owner(_code|_known)?$/.test(name))).toEqual([]);
	await signInToPortal(page, address);
	await expect(page.getByText('3-vehicles@smartcar.com')).toHaveCount(0);
});

test('who signed in a while ago does so once more before that', async ({ page, ownServer }) => {
	const { origin } = ownServer;
	const address = newAddress();
	await signInToPortal(page, address, origin);
	const database = new Database(ownServer.file);
	database.prepare('update owner_sessions set created_at = created_at - ?').run(11 * 60_000);
	database.close();
	await page.goto(`${origin}/my/delete`);
	await expect(page.getByText('You signed in more than ten minutes ago.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Delete my data' })).toHaveCount(0);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Send me a code' }).click();
	await page.getByLabel('Code').waitFor();
	await submitCode(page, await lastCode(page.request, address, origin));
	await page.getByRole('button', { name: 'Delete my data' }).click();
	await expect(page.getByRole('status')).toContainText('Your data is deleted');
});

test('the outbox shows mail, the newest first, and is not handed on by a proxy', async ({
	page,
	request
}) => {
	const address = newAddress();
	await askForCode(page, address);
	await page.getByRole('link', { name: 'Open the outbox' }).click();
	await expect(page.getByRole('article').filter({ hasText: address })).toContainText('Your code:');
	await expectAccessible(page);
	const forwarded = await request.get('/sandbox/outbox.json', {
		headers: { 'x-forwarded-for': '192.0.2.1' }
	});
	expect(forwarded.status()).toBe(404);
});
