import { draftRevision, saveDraft } from './support/draft.ts';
import {
	CHARGE,
	expectListening,
	FILE,
	fileField,
	importFile,
	preview,
	savedDraft
} from './support/import.ts';
import { expect, test } from './support/test.ts';

// Refusals are answered with 400, 409 and 413.
test.use({ provoked: /status of 4(00|09|13)/ });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a file is previewed, and replaces the draft only then', async ({ page, application }) => {
			await page.goto(`${application.path}/import`);
			await preview(page, FILE);
			await expect(page.getByText('2 items would replace the draft: 2 changes')).toBeVisible();
			await expect(page.getByText('Owners are asked for more.')).toBeVisible();
			expect(await savedDraft(page, application)).toEqual({ version: 1, items: [] });
			await page.getByRole('button', { name: 'Replace the draft' }).click();
			await expect(page.getByText('The draft now holds 2 items.')).toBeVisible();
			await expect
				.poll(() => savedDraft(page, application))
				.toMatchObject({ items: [{}, { code: CHARGE, required: true }] });
		});

		test('a file that cannot be used is refused with the place, and nothing is saved', async ({
			page,
			application
		}) => {
			const many = Array.from({ length: 10_000 }, () => '{"code":"a"}').join();
			const faults: readonly [text: string, message: RegExp][] = [
				['', /Paste the file’s text/],
				['{"version": 1,', /This is not JSON/],
				[
					'{"version": 1, "items": [{"code": "security-lok"}]}',
					/items\[0\]\.code.*“security-lock”/
				],
				[FILE.replace('"required"', '"__proto__"'), /items\[0\]\.__proto__.*not allowed/],
				['{"version": 1, "items": [{"code": "\\u0000"}]}', /items\[0\]\.code.*NUL/],
				['{"version": 1, "items": [{"code": "\\ud83d"}]}', /items\[0\]\.code.*lone surrogate/],
				[`{"version": 1, "items": [${many}]}`, /larger than 64 kB/]
			];
			await page.goto(`${application.path}/import`);
			for (const [text, message] of faults) {
				await preview(page, text);
				await expect(fileField(page)).toHaveAccessibleDescription(message);
				await expect(page).toHaveTitle(/^Import and export/);
			}
			expect(await savedDraft(page, application)).toEqual({ version: 1, items: [] });
		});
	});
}

test('a chosen file is read into the field and previewed', async ({ page, application }) => {
	await page.goto(`${application.path}/import`);
	await expectListening(page);
	await page.getByLabel('Or choose the file').setInputFiles({
		name: 'vehicle-access.json',
		mimeType: 'application/json',
		buffer: Buffer.from(`\uFEFF${FILE}`)
	});
	await expect(page.getByText('2 items would replace the draft')).toBeVisible();
	await expect(fileField(page)).toHaveValue(FILE);
});

test('the download is the text that is shown, and its schema is published', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/import`);
	await importFile(page);
	await expect(page.getByRole('group', { name: 'Text of the file' })).toContainText(CHARGE);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download' }).click()
	]);
	expect(download.suggestedFilename()).toBe('vehicle-access.json');

	const schema = await page.request.get('/schemas/vehicle-access.json');
	expect(schema.headers()['content-type']).toContain('application/schema+json');
	expect(schema.headers()['cache-control']).toContain('max-age=');
	expect(await schema.json()).toMatchObject({ title: 'vehicle-access.json', type: 'object' });
});

test('a draft that changed in another window is not overwritten by the plain form', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/import`);
	const origin = new URL(page.url()).origin;
	const send = (revision: string) =>
		page.request.post(`${application.path}/import?/replace`, {
			form: { file: FILE, revision },
			headers: { origin, accept: 'text/html' }
		});
	const revision = String(await draftRevision(page, application));
	expect((await send(revision)).status()).toBe(200);
	await saveDraft(page, application, 'vin');
	const stale = await send(revision);
	expect(stale.status()).toBe(409);
	expect(await stale.text()).toContain('the draft was changed in another window');
	expect((await send('x')).status()).toBe(400);
});
