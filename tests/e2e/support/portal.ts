import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { z } from 'zod';

const Outbox = z.array(
	z.object({ to: z.string(), subject: z.string(), text: z.string(), sentAt: z.iso.datetime() })
);

/** The outbox as a script reads it, the newest mail first. */
export async function readOutbox(request: APIRequestContext, origin = '') {
	const response = await request.get(`${origin}/sandbox/outbox.json`);
	return Outbox.parse(await response.json());
}

/** The code that was mailed to an address last, once there is another than the one `before`. */
export async function lastCode(
	request: APIRequestContext,
	address: string,
	origin = '',
	before = ''
): Promise<string> {
	let code = '';
	await expect
		.poll(async () => {
			const mail = (await readOutbox(request, origin)).find(({ to }) => to === address);
			code = /\d{3} \d{3}/.exec(mail?.text ?? '')?.[0] ?? '';
			return code;
		})
		.not.toBe(before);
	return code;
}

/** An address that no other test uses. */
export const newAddress = () => `sam.${crypto.randomUUID()}@example.org`;

export async function askForCode(page: Page, address: string, origin = ''): Promise<void> {
	await page.goto(`${origin}/my`);
	await page.getByLabel('E-mail').fill(address);
	await page.getByRole('button', { name: 'Send me a code' }).click();
	await page.getByLabel('Code').waitFor();
}

export async function submitCode(page: Page, code: string): Promise<void> {
	await page.getByLabel('Code').fill(code);
	await page.getByRole('button', { name: 'Sign in' }).click();
}

/** All the way to the portal. */
export async function signInToPortal(page: Page, address: string, origin = ''): Promise<void> {
	await askForCode(page, address, origin);
	await submitCode(page, await lastCode(page.request, address, origin));
	await page.getByRole('link', { name: 'Connect your car' }).waitFor();
}

/** From the list of applications to the linked account. */
export async function linkCar(page: Page, brand: string, username: string): Promise<void> {
	await page.getByRole('link', { name: 'Connect your car' }).click();
	await page.getByRole('link', { name: brand, exact: true }).click();
	await page.locator('#username').fill(username);
	await page.locator('#password').fill('password');
	await page.locator('#sign-in-button').click();
	await page.getByText(username).first().waitFor();
}
