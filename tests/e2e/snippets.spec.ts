import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { redirectUriOf, serveSdk } from './support/browser-sdk.ts';
import { allow, passPreamble, pickBrand, returned, signIn } from './support/connect.ts';
import { makeSecret, registerRedirectUri } from './support/credentials.ts';
import { saveDraft } from './support/draft.ts';
import { blockText, copySnippet } from './support/snippet.ts';
import { expect, test } from './support/test.ts';

const ITEMS = 'odometer-traveleddistance! location-preciselocation';
const UUID = '[0-9a-f-]{36}';

async function walk(page: Page): Promise<void> {
	await passPreamble(page);
	await pickBrand(page);
	await signIn(page);
	await allow(page);
}

const PRINTED_BY_SDK = new RegExp(`^user ${UUID}(\nvehicle ${UUID} read_location read_odometer)+$`);

const PROGRAMS: readonly (readonly [label: string, file: string, printed: RegExp])[] = [
	['Node', 'connect.mjs', PRINTED_BY_SDK],
	['Python', 'connect.py', PRINTED_BY_SDK],
	[
		'curl',
		'connect.sh',
		new RegExp(
			`^\\{"id":"${UUID}"\\}\n\\{"vehicles":\\[("${UUID}",?)+\\].*\\}\n\\{"permissions":\\["read_location","read_odometer"\\].*\\}$`
		)
	]
];

for (const [label, file, printed] of PROGRAMS) {
	test(`the ${label} snippet, as the page opens, goes from its link to the vehicles`, async ({
		page,
		application,
		appServer
	}, testInfo) => {
		test.skip(
			label === 'Python' && spawnSync('python3', ['--version']).status !== 0,
			'This machine has no Python to run the snippet with.'
		);
		await saveDraft(page, application, ITEMS);
		await registerRedirectUri(page, application, appServer.callback);
		const secret = await makeSecret(page, application);
		await page.goto(`${application.path}/share?code_for=sandbox&redirect_uri=`);
		const folder = testInfo.outputPath('app');
		const snippet = await copySnippet(page, label, { folder, file, secret });
		const link = await snippet.run();
		expect(link).toMatch(new RegExp(`^${new URL(page.url()).origin}/oauth/authorize\\?`));

		await page.goto(link);
		await walk(page);
		const code = (await returned(page, appServer)).get('code') ?? '';
		// The pattern is that of all that is printed, so no token is.
		expect(await snippet.run(code)).toMatch(printed);
	});
}

test('the browser snippet opens its pop-up here, and the Node one takes its code', async ({
	page,
	application,
	appServer
}, testInfo) => {
	const redirectUri = redirectUriOf(new URL(page.url()).origin, appServer);
	await saveDraft(page, application, ITEMS);
	await registerRedirectUri(page, application, redirectUri);
	const secret = await makeSecret(page, application);
	await page.goto(
		`${application.path}/share?code_for=sandbox&redirect_uri=${encodeURIComponent(redirectUri)}`
	);
	const node = await copySnippet(page, 'Node', {
		folder: testInfo.outputPath('app'),
		file: 'connect.mjs',
		secret
	});

	// As the page opens for an app whose redirect URI is another one.
	await page.goto(
		`${application.path}/share?code_for=sandbox&redirect_uri=https://example.com/callback`
	);
	await page.getByRole('tab', { name: 'Browser', exact: true }).click();
	serveSdk(appServer, await blockText(page, 'Browser code'));
	await page.goto(`${appServer.origin}/`);
	const opened = page.waitForEvent('popup');
	await page.getByRole('button', { name: 'Connect' }).click();
	const sent = page.waitForRequest('**/connect');
	await walk(await opened);
	const code = new URLSearchParams((await sent).postData() ?? '').get('code') ?? '';
	expect(await node.run(code)).toMatch(PRINTED_BY_SDK);
});
