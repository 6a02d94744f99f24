import type { Page } from '@playwright/test';
import smartcar from 'smartcar';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

const tokenOf = async (page: Page) =>
	(await page.locator('#management-token code').last().textContent()) ?? '';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('the management token is made, read again, and replaced', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/credentials`);
			await page.getByRole('button', { name: 'Make a management token' }).click();
			const replace = page.getByRole('button', { name: 'Replace the management token' });
			await expect(replace).toBeVisible();
			const first = await tokenOf(page);
			expect(first).toMatch(/^[\w-]{43}$/);
			await page.reload();
			expect(await tokenOf(page)).toBe(first);
			if (javaScriptEnabled) await expectAccessible(page);
			await replace.click();
			await expect(page.locator('#management-token')).not.toContainText(first);
		});
	});
}

test('the Node SDK lists and ends connections with it', async ({
	page,
	application,
	request,
	baseURL
}) => {
	for (const name of ['API', 'MANAGEMENT_API']) {
		process.env[`SMARTCAR_${name}_ORIGIN`] = baseURL ?? '';
	}
	await page.goto(`${application.path}/credentials`);
	await page.getByRole('button', { name: 'Make a management token' }).click();
	await expect(page.getByRole('button', { name: 'Replace the management token' })).toBeVisible();
	const amt = await tokenOf(page);
	const login = { make: 'TESLA', username: '3-vehicles@smartcar.com' };
	const { clientId } = application;
	const data = { clientId, scope: 'read_odometer', login };
	const { userId }: { userId: string } = await (
		await request.post('/sandbox/api/authorize', { data })
	).json();

	const all = await smartcar.getConnections(amt, {}, { limit: 2 });
	expect(all.connections).toHaveLength(2);
	expect(all.paging).toEqual({ cursor: '2' });
	const [{ vehicleId } = { vehicleId: '' }] = all.connections;
	const one = await smartcar.getConnections(amt, { vehicleId });
	expect(one.connections).toMatchObject([{ vehicleId, userId, mode: 'simulated' }]);
	expect((await smartcar.getConnections(amt, { userId })).connections).toHaveLength(3);
	expect((await smartcar.deleteConnections(amt, { vehicleId })).connections).toEqual([
		{ vehicleId, userId }
	]);
	expect((await smartcar.deleteConnections(amt, { userId })).connections).toHaveLength(2);
	await expect(
		new smartcar.Vehicle(vehicleId, 'any').unsubscribe(amt, 'webhookID')
	).rejects.toMatchObject({ type: 'VALIDATION', statusCode: 400 });
	await expect(smartcar.getConnections('amt')).rejects.toMatchObject({
		type: 'AUTHENTICATION',
		statusCode: 401
	});
});
