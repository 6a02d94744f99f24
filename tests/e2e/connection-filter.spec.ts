import { expectAccessible } from './support/accessible.ts';
import {
	allow,
	connectLink,
	passPreamble,
	pickBrand,
	reachConsent,
	reachSignIn,
	returned,
	signIn,
	TWO_VEHICLES
} from './support/connect.ts';
import { registerRedirectUri } from './support/credentials.ts';
import { expect, test } from './support/test.ts';
import type { Page } from '@playwright/test';
import type { TestApplication } from './support/application.ts';

// A form that cannot be used is answered with 400.
test.use({ provoked: /status of 400/ });

const SCOPE = { scope: 'read_battery read_odometer' };

test.beforeEach(async ({ page, application, appServer }) => {
	await registerRedirectUri(page, application, appServer.callback);
});

async function untick(page: Page, application: TestApplication, ...names: readonly string[]) {
	await page.goto(`${application.path}/settings`);
	for (const name of names)
		await page.getByRole('checkbox', { name: new RegExp(`^${name} `) }).uncheck();
	await page.getByRole('button', { name: 'Save filter' }).click();
	await expect(page.getByText('Saved.')).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('the filter says in a sentence what it does, and is kept', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/settings`);
			const unknown = page.getByRole('checkbox', { name: 'Allow connections when powertrain' });
			await expect(page.getByText('Every vehicle is let in.')).toBeVisible();
			await expect(unknown).toBeHidden();
			await page.getByRole('checkbox', { name: /^ICE / }).uncheck();
			await expect(unknown).toBeVisible();
			await expect(unknown).toBeChecked();
			await unknown.uncheck();
			await page.getByRole('button', { name: 'Save filter' }).click();
			await expect(page.getByText('Saved.')).toBeVisible();
			await page.goto(`${application.path}/settings`);
			await expect(unknown).not.toBeChecked();
			await expect(
				page.getByText(
					'Vehicles that are BEV and PHEV are let in, others are refused. A vehicle whose powertrain cannot be told is refused.'
				)
			).toBeVisible();
		});

		test('vehicles that are not wanted are listed with the reason, the others connect', async ({
			page,
			application,
			appServer
		}) => {
			await untick(page, application, 'ICE', 'PHEV');
			await reachConsent(page, connectLink(application, SCOPE), { username: TWO_VEHICLES });
			const boxes = page.getByRole('group', { name: 'Which vehicles' }).getByRole('checkbox');
			await expect(boxes).toHaveCount(2);
			await expect(boxes.nth(0)).toBeChecked();
			await expect(boxes.nth(1)).toBeDisabled();
			await expect(boxes.nth(1)).toHaveAccessibleName(/Volt/);
			await expect(boxes.nth(1)).toHaveAccessibleDescription(
				`${application.name} only connects battery-electric vehicles.`
			);
			if (javaScriptEnabled) await expectAccessible(page);
			await allow(page);
			expect((await returned(page, appServer)).has('code')).toBe(true);
			await page.goto(`${application.path}/connections`);
			await expect(page.locator('tbody tr')).toHaveCount(1);
			await expect(page.locator('tbody tr')).toContainText('Bolt');
		});

		test('without one that is wanted, the owner reads why and goes back', async ({
			page,
			application,
			appServer
		}) => {
			await untick(page, application, 'BEV', 'PHEV');
			await reachSignIn(page, connectLink(application, SCOPE));
			await signIn(page);
			await expect(
				page.getByRole('heading', { name: 'This vehicle cannot be connected' })
			).toBeVisible();
			await expect(
				page.getByText(
					`${application.name} only connects vehicles with a combustion engine that are never plugged in.`
				)
			).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);
			await page.getByRole('checkbox', { name: /^Tell / }).check();
			await page.getByRole('button', { name: 'Back to the app' }).last().click();
			const answer = await returned(page, appServer);
			expect(answer.get('error')).toBe('vehicle_incompatible');
			expect(answer.get('make')).toBe('CHEVROLET');
			await page.goto(connectLink(application, SCOPE));
			await passPreamble(page);
			await pickBrand(page);
			await signIn(page, TWO_VEHICLES);
			await expect(
				page.getByRole('heading', { name: 'These vehicles cannot be connected' })
			).toBeVisible();
			await expect(page.getByRole('checkbox')).toHaveCount(0);
		});

		test('a connected vehicle that would be refused today is counted', async ({
			page,
			application,
			appServer
		}) => {
			await reachConsent(page, connectLink(application, SCOPE), { username: TWO_VEHICLES });
			await allow(page);
			await returned(page, appServer);
			await untick(page, application, 'ICE', 'PHEV');
			await expect(page.getByText('1 connected vehicle would be refused today.')).toBeVisible();
		});

		test('a limit of calls is kept, and what is no number is refused', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/settings`);
			const limit = page.getByLabel('Calls per vehicle and month');
			const save = page.getByRole('button', { name: 'Save plan' });
			await limit.fill('many');
			await save.click();
			await expect(limit).toHaveAccessibleDescription(/whole number from 0 to 9,999,999/);
			await expect(limit).toHaveValue('many');
			await limit.fill('500');
			await save.click();
			await expect(page.getByText('Saved.')).toBeVisible();
			await page.goto(`${application.path}/settings`);
			await expect(limit).toHaveValue('500');
			await limit.fill('');
			await save.click();
			await expect(page.getByText('Saved.')).toBeVisible();
			await expect(limit).toHaveValue('');
		});
	});
}
