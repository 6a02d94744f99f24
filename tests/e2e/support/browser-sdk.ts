import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AppServer } from './app-server.ts';
import type { TestApplication } from './application.ts';

const SDK = readFileSync(fileURLToPath(import.meta.resolve('@smartcar/auth')), 'utf8');
const SCOPE = ['required:read_odometer', 'read_location'];
/** Written in base64 wherever it may stand, it gives a plus sign that must not become a space. */
export const STATE = '>>>>>~~~~~?????';

/** What `onComplete` was called with. */
export interface Outcome {
	readonly error: {
		readonly kind: string;
		readonly message: string;
		readonly vehicleInfo: unknown;
	} | null;
	readonly code: string | null;
	readonly state: string;
	readonly virtualKeyUrl: string | null;
	readonly userId: string | null;
	readonly externalId?: string;
}

/** The SDK knows the platform's host alone; its links are led to ours. */
const appPage = (connect: string, options: object, dialog: object): string => `
<!doctype html>
<html lang="en">
	<link rel="icon" href="data:,">
	<title>App</title>
	<button id="connect">Connect</button>
	<output></output>
	<script src="/sdk.js"></script>
	<script>
		const KINDS = ['AccessDenied', 'InvalidSubscription', 'VehicleIncompatible'];
		const smartcar = new Smartcar({
			...${JSON.stringify(options)},
			onComplete(error, code, state, virtualKeyUrl, userId, externalId) {
				const kind = KINDS.find((name) => error instanceof Smartcar[name]) ?? 'Error';
				document.querySelector('output').textContent = JSON.stringify({
					error: error && { kind, message: error.message, vehicleInfo: error.vehicleInfo },
					code, state, virtualKeyUrl, userId, externalId
				});
			}
		});
		const write = smartcar.getAuthUrl.bind(smartcar);
		smartcar.getAuthUrl = (options) =>
			write(options).replace('https://connect.smartcar.com', '${connect}');
		smartcar.addClickHandler({ id: 'connect', ...${JSON.stringify(dialog)} });
	</script>
</html>`;

/** A page whose module imports the SDK by its name, as a bundler would resolve it. */
export function serveSdk(appServer: AppServer, module: string): void {
	appServer.serve('/sdk.js', 'text/javascript', SDK);
	appServer.serve('/sdk.mjs', 'text/javascript', 'export default Smartcar;');
	appServer.serve('/connect.js', 'text/javascript', module);
	appServer.serve('/connect', 'text/plain', 'Thank you.');
	appServer.serve(
		'/',
		'text/html',
		`<!doctype html>
<html lang="en">
	<link rel="icon" href="data:,">
	<title>App</title>
	<script type="importmap">{ "imports": { "@smartcar/auth": "/sdk.mjs" } }</script>
	<button id="connect">Connect</button>
	<script src="/sdk.js"></script>
	<script type="module" src="/connect.js"></script>
</html>`
	);
}

interface Start {
	/** Null: without a redirect URI. */
	readonly redirectUri?: null;
	readonly options?: object;
	readonly dialog?: object;
}

/** Opens the app's page and, by its button, the pop-up. */
export async function openPopUp(
	page: Page,
	{ clientId }: TestApplication,
	appServer: AppServer,
	start: Start = {}
): Promise<{ popUp: Page; redirectUri: string }> {
	const ours = new URL(page.url()).origin;
	const redirectUri = redirectUriOf(ours, appServer);
	const options = {
		applicationId: clientId,
		scope: SCOPE,
		mode: 'simulated',
		...(start.redirectUri === null ? {} : { redirectUri }),
		...start.options
	};
	appServer.serve('/sdk.js', 'text/javascript', SDK);
	appServer.serve('/', 'text/html', appPage(ours, options, { state: STATE, ...start.dialog }));
	await page.goto(`${appServer.origin}/`);
	const opened = page.waitForEvent('popup');
	await page.getByRole('button', { name: 'Connect' }).click();
	return { popUp: await opened, redirectUri };
}

export const redirectUriOf = (ours: string, { origin }: AppServer): string =>
	`${ours}/sandbox/redirect?app_origin=${origin}`;

export async function outcomeOf(page: Page): Promise<Outcome> {
	await expect(page.locator('output')).not.toBeEmpty();
	return JSON.parse(await page.locator('output').innerText());
}
