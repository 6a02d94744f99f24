import type { APIRequestContext } from '@playwright/test';

/** Makes the token that manages an application's connections, without a browser. */
export async function makeManagementToken(
	request: APIRequestContext,
	clientId: string,
	origin: string
): Promise<string> {
	const page = `/apps/${clientId}/credentials`;
	const headers = { origin, accept: 'text/html' };
	await request.post(`${page}?/makeManagementToken`, { headers, form: {} });
	const [, token = ''] = />([\w-]{43})</.exec(await (await request.get(page)).text()) ?? [];
	return token;
}
