import type { Page } from '@playwright/test';
import { GERMAN } from '../../src/lib/access/owner-words/de.ts';
import { ENGLISH, type OwnerWords } from '../../src/lib/access/owner-words/en.ts';
import { SPANISH } from '../../src/lib/access/owner-words/es.ts';
import { FRENCH } from '../../src/lib/access/owner-words/fr.ts';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { expect, test } from './support/test.ts';

const LANGUAGES: readonly {
	readonly locale: string;
	readonly words: OwnerWords;
	readonly odometer: string;
}[] = [
	{ locale: 'de-AT', words: GERMAN, odometer: 'Kilometerstand' },
	{ locale: 'fr-CA', words: FRENCH, odometer: 'Kilométrage' },
	{ locale: 'es-MX', words: SPANISH, odometer: 'Cuentakilómetros' },
	{ locale: 'da-DK', words: ENGLISH, odometer: 'Odometer' }
];

const filled = (text: string, { name }: TestApplication) =>
	text.replace('{app}', name).replace('{make}', 'Tesla');

const linkOf = ({ path }: TestApplication) =>
	`/oauth/authorize?response_type=none&client_id=${path.replace('/apps/', '')}&mode=simulated&scope=required:read_odometer%20read_extended_vehicle_info`;

async function expectFits(page: Page): Promise<void> {
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

for (const { locale, words, odometer } of LANGUAGES) {
	test.describe(`an owner whose browser asks for ${locale}`, () => {
		// So tall that the answers, which stay in view, cover no box in part.
		test.use({ locale, viewport: { width: 320, height: 1400 } });

		test('reads every screen in that language, or in English', async ({ page, application }) => {
			const heading = (text: string) =>
				page.getByRole('heading', { level: 1, name: filled(text, application), exact: true });
			await page.goto(linkOf(application));
			await expect(heading(words.preambleTitle)).toBeVisible();
			await expect(page.locator('html')).toHaveAttribute(
				'lang',
				words === ENGLISH ? 'en' : locale.slice(0, 2)
			);
			await expectFits(page);
			await page.getByRole('button', { name: words.continue, exact: true }).click();
			await expect(heading(words.brandTitle)).toBeVisible();
			await expectFits(page);
			await page.getByRole('button', { name: 'Tesla' }).click();
			await expect(heading(words.loginTitle)).toBeVisible();
			await expectFits(page);
			await page.getByLabel(words.username).fill('owner@example.com');
			await page.getByLabel(words.password).fill('x');
			await page.getByRole('button', { name: words.signIn, exact: true }).click();
			await expect(page.getByText(odometer, { exact: true })).toBeVisible();
			await expect(page.getByText(filled(words.requiredBy, application))).toBeVisible();
			await expectFits(page);
			await page.getByRole('button', { name: words.allow, exact: true }).click();
			await expect(heading(words.finishTitle)).toBeVisible();
			await expectFits(page);
		});
	});
}

test('an owner may choose another language, which stays', async ({ page, application }) => {
	await page.goto(linkOf(application));
	await page.getByLabel(ENGLISH.language).selectOption('Deutsch');
	await page.getByRole('button', { name: ENGLISH.continue }).click();
	await expect(page.getByRole('heading', { name: GERMAN.brandTitle })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
