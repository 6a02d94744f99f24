import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { expect, test } from './support/test.ts';

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

test('a refusal leads to the item in Vehicle Access, opened and marked', async ({
	page,
	request
}) => {
	const wanted = { make: 'TESLA', scope: ['read_odometer', 'read_battery'] };
	const { accessToken, vehicleId } = await connectApp(request, wanted);
	const refused = await request.get(`/v3/vehicles/${vehicleId}/signals/location-preciselocation`, {
		headers: { authorization: `Bearer ${accessToken}` }
	});
	expect(refused.status()).toBe(403);
	const [, address = ''] = /<(.*?)>/.exec(refused.headers().link ?? '') ?? [];
	await page.goto(address);
	const row = page.locator('#location-preciselocation');
	await expect(row).toBeInViewport();
	await expect(row.getByRole('link', { expanded: true })).toBeVisible();
	await expect(row).not.toHaveCSS('box-shadow', 'none');
	await expect(page.locator('#odometer-traveleddistance')).toHaveCount(1);
});

test('the description of an API is read on a page', async ({ page }) => {
	await page.goto('/help');
	await page.getByRole('link', { name: 'APIs' }).click();
	await page.getByRole('link', { name: 'Valetkey, vehicle API v3' }).click();
	await page.getByText('GET /vehicles/{vehicleId}/signals/{code}').click();
	await page.getByRole('link', { name: 'SignalAnswer' }).first().click();
	await expect(page).toHaveURL(/#schema-SignalAnswer$/);
	await expect(page.getByText('"ingestedAt"').first()).toBeVisible();
});
