import { expect, test, type Locator, type Page } from '@playwright/test';
import { startTemporaryServer } from '../../tools/temporary-server.ts';
import { expectAccessible } from './support/accessible.ts';

const MOST_CLICKS = 12;

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('from a fresh start to the first token in at most twelve clicks', async ({
			page: dashboard
		}, testInfo) => {
			const server = await startTemporaryServer();
			try {
				const began = performance.now();
				let clicks = 0;
				const click = async (target: Locator) => {
					clicks += 1;
					await target.click();
				};
				await dashboard.goto(server.origin);
				await click(dashboard.getByRole('link', { name: 'Charge Planner' }).first());
				await click(dashboard.getByRole('link', { name: 'Share Connect Link' }));
				await expect(dashboard.getByRole('button', { name: 'Copy sandbox link' })).toBeVisible({
					visible: javaScriptEnabled
				});
				const opened = dashboard.waitForEvent('popup');
				await click(dashboard.getByRole('link', { name: 'Open in sandbox' }));
				const page = await opened;

				await click(page.getByRole('button', { name: 'Continue' }));
				await click(page.getByRole('button', { name: 'Chevrolet', exact: true }));
				await page.getByLabel('E-mail or phone').fill('anna@example.com');
				await page.getByLabel('Password').fill('password');
				await click(page.getByRole('button', { name: 'Sign in' }));
				await click(page.getByRole('button', { name: 'Allow access' }));

				await expect(
					page.getByText('The state is the one that this browser began with.')
				).toBeVisible();
				await click(page.getByRole('button', { name: 'Exchange the code' }));
				await expect(page.getByRole('heading', { name: /The tokens/ })).toBeVisible();
				testInfo.annotations.push({
					type: 'first token',
					description: `${clicks} clicks, ${Math.round(performance.now() - began)} ms`
				});
				expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
				await expect(page.getByText('access_token', { exact: true })).toBeVisible();
				await expect(page.getByText('the answer names no scope')).toBeVisible();
				await page.getByText('Show the tokens').click();
				if (javaScriptEnabled) await expectAccessible(page);
				await expectWholeTokens(page, server.origin);

				await page.reload();
				await dashboard.goto(
					`${server.origin}${new URL(dashboard.url()).pathname.replace(/share|vehicle-access/, 'connections')}`
				);
				await expect(dashboard.getByText('Chevrolet Volt 2019')).toBeVisible();
			} finally {
				await server.stop();
			}
		});
	});
}

/** What the sample client got can be taken along and used, with and without a clipboard. */
async function expectWholeTokens(page: Page, origin: string): Promise<void> {
	const call = page.getByText(/^curl .*Bearer [^·]+$/);
	const token = /Bearer ([^']+)/.exec(await call.innerText())?.[1] ?? '';
	const answer = await fetch(`${origin}/v2.0/vehicles`, {
		headers: { authorization: `Bearer ${token}` }
	});
	expect(answer.status).toBe(200);
	await expect(page.getByText('Refresh token', { exact: true }).locator('+ pre')).toHaveText(
		/^[0-9a-f-]{36}$/
	);
}

test('copying selects the call where the clipboard is out of reach', async ({ page }) => {
	const server = await startTemporaryServer();
	try {
		await page.addInitScript(() => {
			Object.defineProperty(navigator, 'clipboard', { value: undefined });
		});
		await page.goto(server.origin);
		await page.getByRole('link', { name: 'Charge Planner' }).first().click();
		await page.getByRole('link', { name: 'Share Connect Link' }).click();
		const link = await page.getByRole('link', { name: 'Open in sandbox' }).getAttribute('href');
		await page.goto(new URL(link ?? '', server.origin).href);
		await page.getByRole('button', { name: 'Continue' }).click();
		await page.getByRole('button', { name: 'Chevrolet', exact: true }).click();
		await page.getByLabel('E-mail or phone').fill('anna@example.com');
		await page.getByLabel('Password').fill('password');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.getByRole('button', { name: 'Allow access' }).click();
		await page.getByRole('button', { name: 'Exchange the code' }).click();
		await page.getByRole('button', { name: 'Copy the call with its token' }).click();
		await expect(page.getByText('Press Ctrl C', { exact: true })).toBeVisible();
		expect(await page.evaluate(() => String(getSelection()))).toMatch(/Bearer [0-9a-f-]{36}'/);
	} finally {
		await server.stop();
	}
});

test('the sample client stops at a state that it does not know', async ({ page }) => {
	const server = await startTemporaryServer();
	try {
		await page.goto(`${server.origin}/sandbox/callback?code=stolen&state=unknown`);
		await expect(
			page.getByText('The state is not one that this browser began with.')
		).toBeVisible();
		await expect(page.getByRole('button', { name: 'Exchange the code' })).toHaveCount(0);
	} finally {
		await server.stop();
	}
});

test('a cookie that names a run does not begin one, whatever it holds', async ({ request }) => {
	const server = await startTemporaryServer();
	try {
		const run = { state: 's', clientId: 'c', redirectUri: `${server.origin}/sandbox/callback` };
		for (const value of [JSON.stringify([run]), 's', 'x'.repeat(43)]) {
			const answer = await request.post(`${server.origin}/sandbox/callback?/exchange&state=s`, {
				headers: {
					origin: server.origin,
					accept: 'text/html',
					cookie: `sample_client=${encodeURIComponent(value)}`
				},
				form: { code: 'stolen', state: 's' }
			});
			expect(answer.status()).toBe(400);
			expect(await answer.text()).toContain('not one that this browser began with');
		}
	} finally {
		await server.stop();
	}
});

test('the sample client works under the other name of this machine', async ({ page }) => {
	const server = await startTemporaryServer();
	try {
		await page.goto(server.origin);
		const clientId = /apps\/([0-9a-f-]{36})/.exec(await page.content())?.[1] ?? '';
		const { port } = new URL(server.origin);
		await page.goto(
			`http://localhost:${port}/sandbox/start?response_type=code&client_id=${clientId}&scope=read_vin&make=TESLA`
		);
		expect(new URL(page.url()).origin).toBe(server.origin);
	} finally {
		await server.stop();
	}
});
