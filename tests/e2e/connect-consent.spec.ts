import {
	allow,
	connectLink,
	deny,
	passPreamble,
	permissionBox,
	reachConsent,
	reachSignIn,
	returned,
	signIn,
	TWO_VEHICLES
} from './support/connect.ts';
import { registerRedirectUri } from './support/credentials.ts';
import { publishDraft } from './support/draft.ts';
import { expect, test } from './support/test.ts';

const CHARGE = 'tractionbattery-stateofcharge';
const ODOMETER = 'odometer-traveleddistance';
const LOCATION = 'location-preciselocation';
const KEEP_ONE = 'At least one permission must stay selected.';

// A form that grants too little is answered with 422.
test.use({ provoked: /status of 422/ });

test.beforeEach(async ({ page, application, appServer }) => {
	await registerRedirectUri(page, application, appServer.callback);
});

test('a required permission that was unticked before the script ran is ticked again', async ({
	page,
	application
}) => {
	await publishDraft(page, application, `${ODOMETER}! ${CHARGE}`, 'First release');
	await reachConsent(page, connectLink(application, {}));
	const held = Promise.withResolvers<void>();
	await page.route('**/*.js', async (route) => {
		await held.promise;
		await route.continue();
	});
	await page.reload({ waitUntil: 'commit' });
	const locked = permissionBox(page, 'read_odometer');
	await locked.focus();
	await page.keyboard.press('Space');
	await expect(locked).not.toBeChecked();
	held.resolve();
	await expect(locked).toBeChecked();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a required permission is locked, can be reached, and says why', async ({
			page,
			application,
			appServer
		}) => {
			await publishDraft(page, application, `${ODOMETER}! ${CHARGE}`, 'First release');
			await reachConsent(page, connectLink(application, {}));
			const locked = permissionBox(page, 'read_odometer');
			await expect(locked).toHaveAccessibleName('Odometer');
			await expect(locked).toHaveAccessibleDescription(
				`See how far your vehicle has driven in total. Required by ${application.name} for Traveled distance.`
			);
			const group = page.getByRole('group', { name: `What ${application.name} may do` });
			await expect(group.getByRole('checkbox')).toHaveCount(2);
			await expect(locked).toHaveAttribute('aria-disabled', 'true');
			await locked.focus();
			await expect(locked).toBeFocused();
			await page.keyboard.press('Space');
			await expect(locked).toBeChecked({ checked: javaScriptEnabled });
			if (!javaScriptEnabled) {
				await allow(page);
				await expect(page.getByRole('alert')).toHaveText(
					`${application.name} requires the permissions with a lock. Keep them, or deny access altogether.`
				);
				await expect(locked).toBeChecked();
			}
			// All of its row is its label.
			await page.getByText('See how full your battery is').click();
			await expect(permissionBox(page, 'read_battery')).not.toBeChecked();
			await allow(page);
			expect((await returned(page, appServer)).has('code')).toBe(true);
		});

		test('the last permission cannot be taken away', async ({ page, application, appServer }) => {
			await reachConsent(page, connectLink(application, { scope: 'read_location read_vin' }));
			const last = permissionBox(page, 'read_location');
			await permissionBox(page, 'read_vin').uncheck();
			await last.click();
			if (javaScriptEnabled) {
				await expect(last).toBeChecked();
				await expect(page.getByRole('status')).toHaveText(KEEP_ONE);
			} else {
				await allow(page);
				await expect(page.getByRole('alert')).toHaveText(KEEP_ONE);
				await expect(page.getByRole('alert')).toBeFocused();
				await expect(last).not.toBeChecked();
				await last.check();
			}
			await allow(page);
			expect((await returned(page, appServer)).has('code')).toBe(true);
		});

		test('at least one vehicle is picked, and the choice is kept', async ({
			page,
			application,
			appServer
		}) => {
			const link = connectLink(application, { scope: 'read_location read_vin' });
			await reachConsent(page, link, { username: TWO_VEHICLES });
			const vehicles = page.getByRole('group', { name: 'Which vehicles' }).getByRole('checkbox');
			await expect(vehicles).toHaveCount(2);
			for (const box of await vehicles.all()) await box.uncheck();
			await permissionBox(page, 'read_vin').uncheck();
			await allow(page);
			const reason = page.getByRole('group', { name: 'Which vehicles' }).getByRole('alert');
			await expect(reason).toHaveText('Select at least one vehicle.');
			await expect(reason).toBeFocused();
			await expect(reason).toBeInViewport();
			await expect(permissionBox(page, 'read_vin')).not.toBeChecked();
			await expect(vehicles.nth(0)).not.toBeChecked();
			await vehicles.nth(1).check();
			await allow(page);
			expect((await returned(page, appServer)).has('code')).toBe(true);
			await page.goto(`${application.path}/connections`);
			await expect(page.locator('tbody tr')).toHaveCount(1);
			await expect(page.locator('tbody tr')).toContainText('1 permission');
		});

		test('optional permissions start unticked where that is rehearsed', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/settings`);
			await page.getByRole('switch', { name: 'Optional permissions start unticked' }).check();
			await page.getByRole('button', { name: 'Save sandbox' }).click();
			await expect(page.getByText('Saved.')).toBeVisible();
			const scope = 'required:read_odometer read_location read_vin';
			await reachConsent(page, connectLink(application, { scope }));
			await expect(permissionBox(page, 'read_odometer')).toBeChecked();
			await expect(permissionBox(page, 'read_location')).not.toBeChecked();
			await expect(permissionBox(page, 'read_vin')).not.toBeChecked();
		});

		test('a link prepares the refusal of optional permissions', async ({ page, application }) => {
			const scope = 'required:read_odometer read_location read_vin';
			const refuse = 'read_vin read_odometer';
			await reachConsent(page, connectLink(application, { scope, valetkey_refuse: refuse }));
			await expect(permissionBox(page, 'read_vin')).not.toBeChecked();
			await expect(permissionBox(page, 'read_location')).toBeChecked();
			await expect(permissionBox(page, 'read_odometer')).toBeChecked();
		});
	});
}

test('all are chosen or cleared at once, but for what is required', async ({
	page,
	application
}) => {
	const scope = 'required:read_odometer read_location read_vin';
	await reachConsent(page, connectLink(application, { scope }), { username: TWO_VEHICLES });
	const told = page.getByRole('status');
	await expect(told).toHaveText('3 of 3 chosen');
	await page.getByRole('button', { name: 'Clear all' }).click();
	await expect(told).toHaveText('1 of 3 chosen; the required one stays');
	await expect(permissionBox(page, 'read_odometer')).toBeChecked();
	await expect(permissionBox(page, 'read_vin')).not.toBeChecked();
	await permissionBox(page, 'read_vin').check();
	await expect(told).toHaveText('2 of 3 chosen');
	await page.getByRole('button', { name: 'Select all' }).click();
	await expect(told).toHaveText('3 of 3 chosen');
	await expect(permissionBox(page, 'read_location')).toBeChecked();
	await expect(page.getByText('2 of 2 chosen')).toBeVisible();

	await reachConsent(page, connectLink(application, { scope: 'read_location read_vin' }));
	await page.getByRole('button', { name: 'Clear all' }).click();
	await expect(told).toHaveText(`0 of 2 chosen. ${KEEP_ONE}`);
	await allow(page);
	await expect(page.getByRole('alert')).toHaveText(KEEP_ONE);
	await expect(page.getByRole('alert')).toBeFocused();
});

test('what the app will not get is listed, and both answers look the same', async ({
	page,
	application
}) => {
	await reachConsent(page, connectLink(application, { scope: 'read_location read_vin' }));
	const section = page.locator('section', { hasText: 'Will not be accessed' });
	const shown = section.getByRole('listitem').filter({ visible: true });
	await expect(shown).toHaveText(['Lock and unlock', 'Charging places', 'Charging history']);
	await section.getByText('And 23 other things').click();
	await expect(shown).toHaveCount(26);
	const looks = await Promise.all(
		['Deny access', 'Allow access'].map((name) =>
			page.getByRole('button', { name }).evaluate((button) => {
				const { width, height } = button.getBoundingClientRect();
				const { color, backgroundColor, borderColor, fontWeight, position } =
					getComputedStyle(button);
				return { width, height, color, backgroundColor, borderColor, fontWeight, position };
			})
		)
	);
	expect(looks[0]).toEqual(looks[1]);
	expect(looks[0]).toMatchObject({ position: 'static' });
});

test('one vehicle is picked by radio, or none where the link names it', async ({
	page,
	application
}) => {
	const scope = 'read_vin';
	const link = connectLink(application, { scope, single_select: 'true' });
	await reachConsent(page, link, { username: TWO_VEHICLES });
	const radios = page.getByRole('group', { name: 'Which vehicle', exact: true }).getByRole('radio');
	await expect(radios).toHaveCount(2);
	await expect(radios.nth(0)).toBeChecked();
	const single_select_vin = '0SCKIAX0123456789';
	const named = { scope, single_select: 'true', single_select_vin };
	await page.goto(connectLink(application, named));
	await passPreamble(page);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Kia');
	await signIn(page);
	const only = page.getByRole('group', { name: 'Your vehicle' });
	await expect(only).toContainText(single_select_vin);
	await expect(only.getByRole('radio')).toHaveCount(0);
	await expect(only.getByRole('checkbox')).toHaveCount(0);
});

test('the scope of a link replaces what is published', async ({ page, application }) => {
	await publishDraft(page, application, `${ODOMETER}! ${CHARGE}`, 'First release');
	const boxes = page.locator('input[name="permission"]');
	const names = () =>
		boxes.evaluateAll((all) => all.map((element) => element.getAttribute('value')));
	await reachConsent(page, connectLink(application, {}));
	expect(await names()).toEqual(['read_battery', 'read_odometer']);
	await reachConsent(page, connectLink(application, { scope: 'read_vin' }));
	expect(await names()).toEqual(['read_vin']);
});

test('consent is skipped only where exactly this access was approved', async ({
	page,
	application,
	appServer
}) => {
	const approved = { scope: 'required:read_odometer read_location' };
	const approveOnce = async (parameters: Readonly<Record<string, string>>) => {
		await reachSignIn(page, connectLink(application, parameters));
		await signIn(page);
		await page.locator('#approval-button').waitFor();
		await allow(page);
		await returned(page, appServer);
	};
	await approveOnce(approved);
	await reachSignIn(page, connectLink(application, approved));
	await signIn(page);
	expect((await returned(page, appServer)).has('code')).toBe(true);
	for (const other of [
		{ scope: 'required:read_odometer' },
		{ scope: 'required:read_odometer required:read_location' },
		{ ...approved, approval_prompt: 'force' }
	]) {
		await reachConsent(page, connectLink(application, other));
	}
	// Nor where part of it was refused.
	await permissionBox(page, 'read_location').uncheck();
	await allow(page);
	await returned(page, appServer);
	await reachConsent(page, connectLink(application, approved));
	await deny(page);
	expect((await returned(page, appServer)).get('error')).toBe('access_denied');
});

test('what is published later leaves a connection as it was', async ({
	page,
	application,
	appServer
}) => {
	await publishDraft(page, application, ODOMETER, 'First release');
	const owner = { username: '1-vehicles@smartcar.com' };
	await reachConsent(page, connectLink(application, {}), owner);
	await allow(page);
	await returned(page, appServer);
	await page.goto(application.path);
	await publishDraft(page, application, `${ODOMETER} ${LOCATION}!`, 'Where it stands');
	await page.goto(`${application.path}/connections`);
	const row = page.locator('tbody tr');
	await expect(row).toContainText('1 permission');
	await expect(row).toContainText('version 1');
	await expect(row).toContainText('lacks 1');
	await reachConsent(page, connectLink(application, {}), owner);
	await allow(page);
	await returned(page, appServer);
	await page.goto(`${application.path}/connections`);
	await expect(row).toContainText('2 permissions');
	await expect(row).toContainText('version 2');
	await expect(row).not.toContainText('lacks');
});
