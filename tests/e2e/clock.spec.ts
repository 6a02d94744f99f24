import { expectAccessible } from './support/accessible.ts';
import { connectLink } from './support/connect.ts';
import { expect, test } from './support/test.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('the clock goes on, stands still and goes back', async ({
			page,
			request,
			ownServer: server
		}) => {
			const application = await server.createApplication(request, 'Clock');
			const band = page.locator('.time-band');
			await page.goto(`${server.origin}/clock`);
			await expect(band).toHaveCount(0);
			await expect(page.getByText('The same as this machine’s.')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);

			const added = await request.post(`${server.origin}/sandbox/api/vehicles`, {
				data: { make: 'TESLA', model: 'Model 3' }
			});
			const { id } = (await added.json()) as { id: string };
			const vehicle = `${application.path}/vehicles/${id}`;
			await page.goto(vehicle);
			await page.getByLabel('Routine').selectOption('commuter');
			await page.getByRole('button', { name: 'Set', exact: true }).click();
			await expect(page.getByText('The routine is set.').first()).toBeVisible();

			await page.goto(`${server.origin}/clock`);
			await page.getByRole('button', { name: '+60 d' }).click();
			await expect(band).toContainText('60 days ahead');
			await expect(page.getByText(/^Now .* events fired\.$/)).toBeVisible();
			const fired = page.getByRole('region', { name: 'What fired' });
			await expect(fired.getByRole('link').first()).toContainText('Tesla Model 3');
			if (javaScriptEnabled) {
				await expect(page.getByRole('button', { name: '+60 d' })).toBeFocused();
				await expectAccessible(page);
			}
			await fired.getByRole('link').first().click();
			await expect(page.getByRole('heading', { level: 1, name: 'Tesla Model 3' })).toBeVisible();
			await expect(band).toContainText('60 days ahead');

			const link = connectLink(application, { scope: 'read_battery' });
			await page.goto(`${server.origin}${link}`);
			await expect(band).toContainText('Sandbox time:');
			await expect(band).not.toContainText('ahead');
			await expect(band.getByRole('link')).toHaveCount(0);
			await page.goto(`${server.origin}/sandbox/redirect`);
			await expect(band).toContainText('60 days ahead');
			await expect(band.getByRole('link')).toHaveCount(0);

			await page.goto(`${server.origin}/sandbox/callback`);
			await expect(band).toContainText('60 days ahead');
			await band.getByRole('link', { name: 'Reset…' }).click();
			await expect(page.getByRole('heading', { level: 1, name: 'Clock' })).toBeVisible();
			await expect(page.getByRole('button', { name: 'Reset and end them' })).toBeVisible();
			await expect(band).toContainText('60 days ahead');
			if (javaScriptEnabled) await expectAccessible(page);

			await page.goto(`${server.origin}/clock`);
			await page.getByRole('button', { name: 'Freeze' }).click();
			await expect(band).toContainText('standing still');
			await page.getByRole('button', { name: 'Let it go' }).click();
			await expect(band).not.toContainText('standing still');

			await page.getByText('Reset the clock').click();
			await expect(page.getByText('Back to this machine’s time.')).toBeVisible();
			await page.getByRole('button', { name: 'Reset and end them' }).click();
			await expect(page.getByText('The clock is back at this machine’s time.')).toBeVisible();
			await expect(band).toHaveCount(0);

			await request.post(`${server.origin}/sandbox/api/clock`, { data: { advance: '2h' } });
			await page.getByRole('link', { name: 'Help' }).click();
			await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
			await expect(band).toContainText('2 hours ahead');
		});
	});
}

test.describe('the band of a page that is not there', () => {
	test.use({ provoked: /status of 404/ });

	for (const javaScriptEnabled of [true, false]) {
		test(`says the time, with JavaScript: ${javaScriptEnabled}`, async ({
			browser,
			request,
			ownServer: server
		}) => {
			await request.post(`${server.origin}/sandbox/api/clock`, { data: { advance: '60d' } });
			const context = await browser.newContext({ javaScriptEnabled });
			const page = await context.newPage();
			for (const path of ['/nothing', '/apps/nothing', '/sandbox/nothing']) {
				const answer = await page.goto(`${server.origin}${path}`);
				expect(answer?.status(), path).toBe(404);
				await expect(page.locator('.time-band'), path).toContainText('60 days ahead');
			}
			await context.close();
		});
	}
});

test('a server that others reach has no clock to move', async ({ request, ownServer: server }) => {
	await server.stop();
	await server.start({ ORIGIN: 'https://keys.example.com', ALLOW_PUBLIC: '1' });
	const headers = { host: 'keys.example.com' };
	const page = await request.get(`${server.origin}/clock`, { headers });
	const text = await page.text();
	expect(page.status()).toBe(200);
	expect(text).toContain('This server is public, so its clock is the machine’s.');
	expect(text).not.toContain('<form method="POST"');
	const api = await request.get(`${server.origin}/sandbox/api/clock`, { headers });
	expect(api.status()).toBe(403);
});

test.describe('a span that no clock takes', () => {
	test.use({ provoked: /status of 400/ });

	test('is answered in words that name the field', async ({ page, ownServer: server }) => {
		await page.goto(`${server.origin}/clock`);
		await page.getByLabel('How much').fill('soon');
		await page.getByRole('button', { name: 'Advance' }).click();
		await expect(page.getByRole('alert')).toContainText('How much: write a whole number');
		await expect(page.getByLabel('How much')).toHaveValue('soon');
		await page.getByLabel('How much').fill('99999');
		await page.getByRole('button', { name: 'Advance' }).click();
		await expect(page.getByRole('alert')).toContainText('reset the clock first');
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the clock and its band fit every width', async ({ page, ownServer: server }) => {
			await page.goto(`${server.origin}/clock`);
			await page.getByRole('button', { name: '+2 h' }).click();
			for (const width of [320, 768, 1440, 2560]) {
				await page.setViewportSize({ width, height: 900 });
				for (const path of ['/clock', '/']) {
					await page.goto(`${server.origin}${path}`);
					await expect(page.locator('.time-band')).toBeVisible();
					await expectAccessible(page);
					const sideways = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(sideways, `${path} at ${width}`).toBeLessThanOrEqual(0);
				}
			}
		});
	});
}
