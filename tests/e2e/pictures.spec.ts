import type { Page } from '@playwright/test';
import { pathToFileURL } from 'node:url';
import { startTemporaryServer, type RunningServer } from '../../tools/temporary-server.ts';
import { passPreamble, pickBrand, signIn } from './support/connect.ts';
import { isAsRecorded } from './support/rendering.ts';
import { expect, test } from './support/test.ts';

const FROZEN_AT = '2026-03-02T09:30:00Z';
const CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const PATH = `/apps/${CLIENT_ID}`;

const CHARGE = { code: 'tractionbattery-stateofcharge' };
const CHARGING = { code: 'charge-ischarging' };
const ODOMETER = { code: 'odometer-traveleddistance' };
const LOCATION = { code: 'location-preciselocation' };

/** Each published in turn, but the last, which stays the draft. */
const SELECTIONS = [
	[CHARGE, ODOMETER],
	[{ ...CHARGE, required: true }, CHARGING, ODOMETER],
	[{ ...CHARGE, required: true }, CHARGING, { ...LOCATION, required: true }]
];

/** Pages of the application, with what comes last on each. */
const PAGES = {
	'vehicle-access': 'Vehicle identity is not asked.',
	publish: 'Publish version 3',
	history: 'From a seed',
	refusals: 'read_charge',
	share: 'Open in sandbox'
};

let server: RunningServer;

test.beforeAll(async () => {
	const frozen = pathToFileURL('tests/e2e/support/frozen-date.ts').href;
	const options = [process.env.SERVER_NODE_OPTIONS, `--import ${frozen}`].join(' ');
	server = await startTemporaryServer({
		env: { FROZEN_AT, SERVER_NODE_OPTIONS: '', NODE_OPTIONS: options, RATE_LIMITS: 'off' }
	});
	for (const [index, items] of SELECTIONS.entries()) {
		const publish = index < SELECTIONS.length - 1;
		const selection = { version: 1, items };
		const applications = [{ name: 'Charge Planner', clientId: CLIENT_ID, selection, publish }];
		const answer = await fetch(`${server.origin}/sandbox/api/seed`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ applications })
		});
		expect(answer.status, await answer.text()).toBe(200);
	}
});

test.afterAll(() => server.stop());

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		// Half as large: what is where in which color can be seen, for a quarter of the bytes.
		test.use({
			colorScheme,
			deviceScaleFactor: 0.5,
			timezoneId: 'UTC',
			viewport: { width: 1440, height: 900 }
		});

		test('six pages look as they did', async ({ page, allowedOrigins }, { config }) => {
			allowedOrigins.add(server.origin);
			await page.clock.setFixedTime(FROZEN_AT);
			await page.goto(server.origin);
			test.skip(
				!(await isAsRecorded(page, config.updateSnapshots !== 'missing')),
				'the pictures of pages, which were recorded in another Chromium or with other fonts.'
			);
			for (const [name, last] of Object.entries(PAGES)) {
				await page.goto(`${server.origin}${PATH}/${name}`);
				await page.getByText(last).filter({ visible: true }).first().waitFor();
				await expectPicture(page, `${name}-${colorScheme}`);
			}
			await reachGrants(page);
			await expectPicture(page, `grant-${colorScheme}`);

			await page.setViewportSize({ width: 320, height: 640 });
			await page.goto(`${server.origin}${PATH}/vehicle-access`);
			await expectPicture(page, `vehicle-access-320-${colorScheme}`);
		});
	});
}

async function reachGrants(page: Page): Promise<void> {
	await page.goto(`${server.origin}${PATH}/share`);
	const link = page.getByRole('link', { name: 'Open in sandbox' });
	await page.goto(new URL((await link.getAttribute('href')) ?? '', server.origin).href);
	await passPreamble(page);
	await pickBrand(page);
	await signIn(page, 'owner@example.com');
	await page.locator('#approval-button').waitFor();
}

/** Compared where nothing is but once: the port of the server is another one each time. */
async function expectPicture(page: Page, name: string): Promise<void> {
	await page.evaluate((port) => {
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let text = texts.nextNode(); text; text = texts.nextNode())
			if (text.nodeValue?.includes(port)) text.nodeValue = text.nodeValue.replaceAll(port, '3000');
		for (const field of document.querySelectorAll('input, textarea'))
			if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
				field.value = field.value.replaceAll(port, '3000');
	}, new URL(server.origin).port);
	await expect(page).toHaveScreenshot(`${name}.png`, {
		maxDiffPixelRatio: 0.001,
		scale: 'device'
	});
}
