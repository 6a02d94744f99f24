import type { APIRequestContext, APIResponse, Locator, Page } from '@playwright/test';
import type { AppServer } from './app-server.ts';
import type { TestApplication } from './application.ts';

/** Who comes to Connect. */
export interface Owner {
	/** Key of the brand. */
	readonly make?: string;
	readonly username?: string;
}

const USERNAME = 'owner@example.com';
/** An account with vehicles to choose from. */
export const TWO_VEHICLES = '2-vehicles@smartcar.com';
const MAKE = 'CHEVROLET';

/** A Connect link of the sandbox, as an app writes it. */
export function connectLink(
	{ clientId }: TestApplication,
	parameters: Readonly<Record<string, string>>
): string {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: clientId,
		mode: 'simulated',
		...parameters
	});
	return `/oauth/authorize?${query}`;
}

export const permissionBox = (page: Page, name: string): Locator =>
	page.locator(`input[name="permission"][value="${name}"]`);

export async function passPreamble(page: Page): Promise<void> {
	await page.locator('#continue-button').click();
}

export async function pickBrand(page: Page, make = MAKE): Promise<void> {
	await page.locator('#brand-search').fill(make);
	await page.locator(`button#${make}.brand-list-item`).click();
}

export async function signIn(page: Page, username = USERNAME): Promise<void> {
	await page.locator('#username').fill(username);
	await page.locator('#password').fill('password');
	await page.locator('#sign-in-button').click();
}

/** From the link to the sign-in. */
export async function reachSignIn(page: Page, link: string, { make }: Owner = {}): Promise<void> {
	await page.goto(link);
	await passPreamble(page);
	await pickBrand(page, make);
	await page.locator('#sign-in-button').waitFor();
}

/** From the link to the consent screen. */
export async function reachConsent(page: Page, link: string, owner: Owner = {}): Promise<void> {
	await reachSignIn(page, link, owner);
	await signIn(page, owner.username);
	await page.locator('#approval-button').waitFor();
	// Scripts, where there are any, have run by then.
	await page.waitForLoadState();
}

export async function allow(page: Page): Promise<void> {
	await page.locator('#approval-button').click();
}

export async function deny(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Deny access' }).click();
}

/** Keeps the consent form as it stands; sends it past the page, in the browser of a request. */
export async function consentForm(
	page: Page
): Promise<(request?: APIRequestContext) => Promise<APIResponse>> {
	const address = page.url();
	const fields = await page
		.locator('form')
		.first()
		.evaluate((form) =>
			form instanceof HTMLFormElement
				? [...new FormData(form)].map(([name, value]) => [
						name,
						typeof value === 'string' ? value : ''
					])
				: []
		);
	const data = new URLSearchParams(fields).toString();
	const headers = {
		origin: new URL(address).origin,
		accept: 'text/html',
		'content-type': 'application/x-www-form-urlencoded'
	};
	return (request = page.request) =>
		request.post(`${address}?/allow`, { headers, data, maxRedirects: 0 });
}

/** What Connect brought back to the app. */
export async function returned(page: Page, { callback }: AppServer): Promise<URLSearchParams> {
	await page.waitForURL((url) => url.href.startsWith(`${callback}?`));
	return new URL(page.url()).searchParams;
}

/** What a browser reads in which a session cannot go on. */
export const LOST = 'This session is over, or it was begun in another browser.';

/** Where a session's forms and links live. */
export const SESSION = /\/oauth\/authorize\/[0-9a-f-]{36}/;
