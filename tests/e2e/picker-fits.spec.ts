import type { Page } from '@playwright/test';
import type { TestApplication } from './support/application.ts';
import { publishDraft, saveDraft } from './support/draft.ts';
import { CHARGE } from './support/picker.ts';
import { expect, test } from './support/test.ts';

/** Some that are ticked, one of them with a long text, one required and sensitive. */
const DRAFT = `${CHARGE} tractionbattery-range location-preciselocation! odometer-traveleddistance`;

async function open(page: Page, application: TestApplication, size: [number, number]) {
	const [width, height] = size;
	await page.setViewportSize({ width, height });
	await page.goto(`${application.path}/vehicle-access`);
	await expect(page.locator('.row .check[tabindex="0"]')).toHaveCount(1);
}

test('a phone shows the first row at once, and all that is pressed is large enough', async ({
	page,
	application
}) => {
	await publishDraft(page, application, CHARGE, 'For the report');
	await saveDraft(page, application, DRAFT);
	for (const width of [320, 412]) {
		await open(page, application, [width, 823]);
		const first = await page.locator('.row').first().boundingBox();
		expect(first?.y, `first row at ${width}`).toBeLessThanOrEqual(196);
		expect(await smallTargets(page), `too small at ${width}`).toEqual([]);
		const foot = page.locator('.bottom');
		await expect(foot.getByRole('link', { name: 'Publish…' })).toBeInViewport({ ratio: 1 });
		await expect(foot.getByRole('link', { name: 'Share Connect Link' })).toBeInViewport();
	}
});

/** Of bars, tools and list: what answers a finger on less than 44 px, across or upright. */
function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const TOUCH = 44;
		const controls = document.querySelectorAll<HTMLElement>(
			['.page-bar', '.tools', '.group', '.bottom']
				.map((place) => `${place} :is(a, button, input, summary)`)
				.join()
		);
		/** Pixels in a row that belong to a control, from its middle on, in one direction and the other. */
		const reach = (control: HTMLElement, at: (step: number) => [number, number]) => {
			const own = control.closest('label') ?? control;
			const isOwn = (step: number) => {
				const found = document.elementFromPoint(...at(step));
				return found !== null && (own.contains(found) || found.contains(control));
			};
			let length = 0;
			for (const sign of [1, -1])
				for (let step = sign > 0 ? 0 : 1; step < TOUCH && isOwn(sign * step); step++) length++;
			return length;
		};
		return [...controls]
			.filter((control) => control.checkVisibility({ visibilityProperty: true }))
			.flatMap((control) => {
				control.scrollIntoView({ block: 'center', inline: 'center' });
				const box = (control.closest('label') ?? control).getBoundingClientRect();
				const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
				const across = reach(control, (step) => [x + step, y]);
				const upright = reach(control, (step) => [x, y + step]);
				const name = control.getAttribute('aria-label') ?? control.closest('.row')?.id ?? '';
				// Half a pixel is lost at either end.
				const isSmall = Math.min(across, upright) < TOUCH - 1;
				return isSmall ? [`${control.localName} ${name}: ${across} × ${upright}`] : [];
			});
	});
}

/** Its code is the longest there is, beside the longest price: on a narrow list it wraps more than once. */
const LONGEST = 'v2-charge-schedule-by-location';

test('rows are 48 px high where there is room, and no higher than a third line below', async ({
	page,
	application
}) => {
	await saveDraft(page, application, DRAFT);
	for (const [width, most] of [
		[2560, 48],
		[1440, 48],
		[1280, 64],
		[1024, 64]
	] as const) {
		await page.setViewportSize({ width, height: 900 });
		for (const tab of ['signals', 'commands', 'attributes', 'v2']) {
			await page.goto(`${application.path}/vehicle-access?tab=${tab}`);
			const rows = await page
				.locator('.row')
				.evaluateAll((all) =>
					all.map((row) => ({ id: row.id, high: row.getBoundingClientRect().height }))
				);
			expect(rows.length).toBeGreaterThan(5);
			const high = rows.filter((row) => row.high > most && (width >= 1440 || row.id !== LONGEST));
			expect.soft(high, `${tab} at ${width}`).toEqual([]);
		}
	}
});

test('reasons are counted on a laptop, and stand there on a higher screen', async ({
	page,
	application
}) => {
	await saveDraft(page, application, DRAFT);
	await open(page, application, [1280, 800]);
	const answer = page.getByRole('region', { name: 'Permissions' });
	const reasons = answer.getByText('because of');
	await expect(reasons).toHaveCount(3);
	await expect(reasons.filter({ visible: true })).toHaveCount(0);
	const items = answer.getByRole('button', { name: '2 items (read_battery)' });
	await items.click();
	await expect(items).toHaveAttribute('aria-expanded', 'true');
	await expect(reasons.filter({ visible: true })).toHaveText([
		/State of charge.*Range|Range.*State of charge/
	]);
	await page.setViewportSize({ width: 1440, height: 1000 });
	await expect(reasons.filter({ visible: true })).toHaveCount(3);
});
