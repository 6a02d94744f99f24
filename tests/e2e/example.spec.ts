import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { ENTRY } from '../support/seeds.ts';
import { ChargePlanner, type Outcome } from './example/charge-planner.ts';
import type { AppServer } from './support/app-server.ts';
import { allow, passPreamble, pickBrand, returned, signIn } from './support/connect.ts';
import type { OwnServer } from './support/own-server.ts';
import { expect, test } from './support/test.ts';

/** What happens around the app: the time, the vehicle, its account. */
class Sandbox {
	readonly #page: Page;
	readonly #origin: string;

	constructor(page: Page, { origin }: OwnServer) {
		this.#page = page;
		this.#origin = origin;
	}

	async #ask(path: string, data?: object): Promise<Record<string, unknown>> {
		const url = `${this.#origin}/sandbox/api/${path}`;
		const { request } = this.#page;
		const answer = await (data ? request.post(url, { data }) : request.get(url));
		expect(answer.ok(), await answer.text()).toBe(true);
		return answer.json();
	}

	seed(entry: object) {
		return this.#ask('seed', { applications: [entry] });
	}

	wait(advance: string) {
		return this.#ask('clock', { advance });
	}

	async happen(event: object) {
		const { vehicles } = await this.#ask('vehicles');
		const [{ id }] = vehicles as [{ id: string }];
		return this.#ask(`vehicles/${id}/events`, event);
	}
}

/** The owner, in a browser; what was approved before is not asked again. @returns the code */
async function consent(
	page: Page,
	link: string,
	appServer: AppServer,
	approvedBefore = false
): Promise<string> {
	await page.goto(link);
	await passPreamble(page);
	await pickBrand(page, 'FORD');
	await signIn(page);
	if (!approvedBefore) await allow(page);
	return (await returned(page, appServer)).get('code') ?? '';
}

function answerOf<Answer>(outcome: Outcome<Answer>): Answer {
	if (outcome.kind !== 'done') throw new Error(`The owner has to ${outcome.kind}.`);
	return outcome.answer;
}

function linkOf(outcome: Outcome<unknown>, kind: 'connect' | 'sign in', why?: string): string {
	expect(outcome).toMatchObject({ kind, ...(why !== undefined && { why }) });
	return 'link' in outcome ? outcome.link : '';
}

/** Who runs the dashboard ends the one connection of an application. */
async function endOnTheDashboard(page: Page, application: string): Promise<void> {
	await page.goto(`${application}/connections`);
	await page.getByRole('link', { name: /^Ford/ }).click();
	await page.getByText('Disconnect…').click();
	await page.getByRole('button', { name: /^Disconnect/ }).click();
	await expect(page.getByText(/is disconnected/)).toBeVisible();
}

test('an app of the SDK lives through two months with an owner', async ({
	page,
	appServer,
	ownServer
}) => {
	for (const name of ['API', 'AUTH', 'API_V3', 'MANAGEMENT_API']) {
		process.env[`SMARTCAR_${name}_ORIGIN`] = ownServer.origin;
	}
	const clientId = randomUUID();
	const redirectUri = appServer.callback;
	const { clientSecret } = ENTRY;
	const sandbox = new Sandbox(page, ownServer);
	await sandbox.seed({ ...ENTRY, clientId, redirectUris: [redirectUri] });
	const app = new ChargePlanner({ clientId, clientSecret, redirectUri });

	// The owner connects; the app reads and commands.
	const first = linkOf(await app.readOdometer(), 'connect', 'not connected yet');
	await app.connect(await consent(page, first, appServer));
	const bought = answerOf(await app.readOdometer());
	expect(answerOf(await app.readState())).toBe('NOT_CHARGING');
	expect(answerOf(await app.startCharge())).toMatchObject({ status: 'success' });
	await sandbox.wait('10m');
	expect(answerOf(await app.readState())).toBe('CHARGING');

	// Two months, a read each week: no access token lives as long, and the refresh tokens go on.
	await sandbox.happen({ event: 'routine', routine: 'commuter' });
	let before = bought;
	for (let week = 1; week <= 9; week += 1) {
		await sandbox.wait('7d');
		const now = answerOf(await app.readOdometer());
		expect(now).toBeGreaterThan(before);
		before = now;
	}
	expect(app.renewals).toBe(9);

	// Somebody else ends the connection: the app learns it by its next call, and the owner lets it in again.
	await endOnTheDashboard(page, `${ownServer.origin}/apps/${clientId}`);
	const ended = linkOf(await app.readOdometer(), 'connect', 'access ended');
	expect(app.renewals).toBe(9);
	await app.connect(await consent(page, ended, appServer));
	expect(answerOf(await app.readOdometer())).toBe(before);

	// The owner changes the password at the brand, and signs in again; the tokens are the same.
	await sandbox.happen({ event: 'change-password' });
	const again = new URL(linkOf(await app.readOdometer(), 'sign in'));
	again.searchParams.set('redirect_uri', redirectUri);
	await page.goto(again.href);
	await passPreamble(page);
	await signIn(page);
	await returned(page, appServer);
	expect(answerOf(await app.readOdometer())).toBeGreaterThanOrEqual(before);
	expect(app.renewals).toBe(9);

	// Silence for longer than a refresh token lives: the owner has to connect again.
	await sandbox.wait('61d');
	const second = linkOf(await app.readOdometer(), 'connect', 'tokens are over');
	await app.connect(await consent(page, second, appServer, true));
	expect(answerOf(await app.readOdometer())).toBeGreaterThan(before);

	// The app gives the connection back, and can be let in again.
	expect(answerOf(await app.disconnect())).toMatchObject({ status: 'success' });
	const third = linkOf(await app.readOdometer(), 'connect', 'access ended');
	await app.connect(await consent(page, third, appServer));
	expect(answerOf(await app.readOdometer())).toBeGreaterThan(before);
});
