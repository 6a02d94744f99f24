import { expect, type APIResponse, type Page } from '@playwright/test';
import type { TestApplication } from './application.ts';

/** Posts to a form of the Credentials page, past the page itself. */
async function post(
	page: Page,
	{ path }: TestApplication,
	action: string,
	form: Record<string, string>
): Promise<APIResponse> {
	const answer = await page.request.post(`${path}/credentials?/${action}`, {
		headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
		form
	});
	expect(answer.status(), action).toBe(200);
	return answer;
}

export async function makeSecret(page: Page, application: TestApplication): Promise<string> {
	const answer = await post(page, application, 'makeSecret', {});
	const [secret = ''] = /vas_test_[\w-]{43}/.exec(await answer.text()) ?? [];
	expect(secret).not.toBe('');
	return secret;
}

export async function registerRedirectUri(
	page: Page,
	application: TestApplication,
	uri: string
): Promise<void> {
	await post(page, application, 'add', { uri });
}

/** Has the application follow the RFCs where the platform does not. */
export async function beStrict(page: Page, application: TestApplication): Promise<void> {
	await post(page, application, 'protocol', { protocol: 'strict' });
}
