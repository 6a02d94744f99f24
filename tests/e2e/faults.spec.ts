import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

/** A form that is refused, and the token endpoint that a rule meets. */
test.use({ provoked: /status of 40[04]/ });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('rules are added, met, counted, switched and removed', async ({
			page,
			application,
			request
		}) => {
			await page.goto(`${application.path}/faults`);
			await expect(page.getByRole('heading', { name: 'Nothing goes wrong' })).toBeVisible();
			await page.getByRole('button', { name: /^The vehicle sleeps/ }).click();
			const asleep = page.getByRole('listitem').filter({ hasText: 'VEHICLE_STATE:ASLEEP' });
			await expect(asleep).toContainText('0 of 1 used');

			await page.getByLabel('What goes wrong').selectOption('OAUTH:invalid_grant');
			await page.getByLabel('Path').fill('/oauth/tokens');
			await page.getByLabel('For how many calls').fill('2');
			await page.getByRole('button', { name: 'Add rule' }).click();
			const path = page.getByLabel('Path');
			await expect(path).toHaveAccessibleDescription(/There is nothing at “\/oauth\/tokens”\./);
			await expect(page.getByLabel('What goes wrong')).toHaveValue('OAUTH:invalid_grant');
			await path.fill('/oauth/token');
			await page.getByRole('button', { name: 'Add rule' }).click();
			const tokens = page.getByRole('listitem').filter({ hasText: 'OAUTH:invalid_grant' });
			await expect(tokens).toContainText('0 of 2 used');

			const form = { client_id: application.clientId, client_secret: 'x', grant_type: 'x' };
			for (let call = 0; call < 2; call++) {
				const answer = await request.post('/oauth/token', { form });
				expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
			}
			expect((await request.post('/oauth/token', { form })).status()).toBe(401);
			await page.goto(`${application.path}/faults`);
			await expect(tokens).toContainText('2 of 2 used');
			await expect(tokens).toContainText('used up');
			await tokens.getByRole('button', { name: /^Count anew/ }).click();
			await expect(tokens).toContainText('0 of 2 used');
			await tokens.getByRole('switch').click();
			await expect(tokens.getByRole('switch')).not.toBeChecked();
			expect((await request.post('/oauth/token', { form })).status()).toBe(401);

			await asleep.getByRole('button', { name: /^Remove/ }).click();
			await expect(asleep).toHaveCount(0);
			await page.getByRole('button', { name: 'Undo: put VEHICLE_STATE:ASLEEP back' }).click();
			await expect(page.getByRole('listitem').filter({ has: page.getByRole('switch') })).toHaveText(
				[/VEHICLE_STATE:ASLEEP/, /OAUTH:invalid_grant/]
			);

			await tokens.getByRole('button', { name: /^Remove/ }).click();
			await expect(tokens).toHaveCount(0);
			await expect(asleep).toBeVisible();
			await asleep.getByRole('button', { name: /^Remove/ }).click();
			await expect(page.getByRole('heading', { name: 'Nothing goes wrong' })).toBeVisible();
		});
	});
}

test('is read by everybody, with rules and without', async ({ page, application }) => {
	await page.goto(`${application.path}/faults`);
	await expectAccessible(page);
	await page.getByRole('button', { name: /^Nothing has arrived yet/ }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'EMPTY_STORE' })).toBeVisible();
	await expectAccessible(page);
});

test('takes what is odd as it is written, one press for one rule, and says what is gone', async ({
	page,
	application,
	context
}) => {
	const rules = page.getByRole('listitem').filter({ has: page.getByRole('switch') });
	await page.goto(`${application.path}/faults`);
	await page.getByLabel('What goes wrong').selectOption('DROP');
	await expect(page.getByLabel('Later by, in ms')).toBeHidden();
	await page.getByLabel('What goes wrong').selectOption('RATE_LIMIT');
	await page.getByLabel('Retry after, in s').fill('7');
	const path = page.getByLabel('Path');
	await path.fill(`/${'x'.repeat(300)}`);
	await page.getByRole('button', { name: 'Add rule' }).click();
	await expect(path).toHaveAccessibleDescription(/write at most 200 characters/);
	await path.fill('');
	await page.getByText('Another, by its id').click();
	await page.getByLabel('Vehicle id').fill(`<b>&amp;"'\u202e`);
	await page.getByRole('button', { name: 'Add rule' }).dblclick();
	await expect(rules).toHaveText([/RATE_LIMIT 7 s.*<b>&amp;"'.*which nothing here knows/s]);
	await expectAccessible(page);

	const other = await context.newPage();
	await other.goto(`${application.path}/faults`);
	await other.getByRole('button', { name: /^Remove/ }).click();
	await expect(other.getByRole('heading', { name: 'Nothing goes wrong' })).toBeVisible();
	await rules.getByRole('button', { name: /^Remove/ }).click();
	await expect(page.getByRole('alert')).toHaveText(/^This rule is gone/);
	await expect(page.getByRole('heading', { name: 'Nothing goes wrong' })).toBeVisible();
});

test('puts nothing back that no rule was', async ({ page, application, request, baseURL }) => {
	const putBack = async (form: Record<string, string>): Promise<unknown> => {
		const answer = await request.post(`${application.path}/faults?/put-back`, {
			headers: { origin: baseURL ?? '' },
			form: { fault: 'DROP', id: crypto.randomUUID(), position: '1', isOn: 'on', ...form }
		});
		return answer.json();
	};
	const FORGED: readonly Record<string, string>[] = [
		{ fault: 'NOTHING' },
		{ id: 'x' },
		{ amount: '-1' },
		{ path: '/sandbox/api/wipe' },
		{ other: 'x' }
	];
	for (const forged of FORGED) {
		expect(await putBack(forged)).toMatchObject({ type: 'failure', status: 400 });
	}
	const written = await putBack({ position: '999999999999999', used: 'x' });
	expect(written).toMatchObject({ type: 'success' });
	await page.goto(`${application.path}/faults`);
	await expect(page.getByText('met 0 calls')).toBeVisible();
});
