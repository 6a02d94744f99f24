import { readdirSync, statSync } from 'node:fs';
import { inProject } from '../server/project.ts';
import { prepareConsent, type ConsentPage } from './consent-session.ts';
import { makeWebhook } from './made-webhook.ts';
import { findLink, findVehicleAccess, weighPage, type PageWeight } from './page-weight.ts';
import { startTemporaryServer } from './temporary-server.ts';

const KILOBYTE = 1000;

/** What the first load of a page may weigh, in bytes after gzip. */
interface Budget {
	readonly scripts: number;
	readonly styles?: number;
	readonly html?: number;
}

const VEHICLE_ACCESS = { scripts: 75 * KILOBYTE, styles: 15 * KILOBYTE, html: 60 * KILOBYTE };
const CONSENT = { scripts: 35 * KILOBYTE };
const VEHICLES = { scripts: 75 * KILOBYTE, styles: 15 * KILOBYTE, html: 60 * KILOBYTE };
const VEHICLE = { scripts: 80 * KILOBYTE, styles: 15 * KILOBYTE, html: 60 * KILOBYTE };
const WEBHOOKS = { scripts: 75 * KILOBYTE, styles: 15 * KILOBYTE, html: 60 * KILOBYTE };
const CLOCK = { scripts: 70 * KILOBYTE, styles: 15 * KILOBYTE, html: 60 * KILOBYTE };
/** As it stands there: a start compiles it. */
const START = 1150 * KILOBYTE;

const consent = Promise.withResolvers<ConsentPage>();
const server = await startTemporaryServer({
	fill: async (file) => consent.resolve(await prepareConsent(file))
});
try {
	const { path, cookie } = await consent.promise;
	const vehicleAccess = await findVehicleAccess(server.origin);
	report('Vehicle Access', await weighPage(vehicleAccess), VEHICLE_ACCESS);
	report('the consent page', await weighPage(`${server.origin}${path}`, cookie), CONSENT);
	const fleet = vehicleAccess.replace(/[^/]+$/, 'vehicles');
	const vehicle = await findLink(fleet, /href="([^"]*\/vehicles\/[0-9a-f-]{36})"/);
	report('Vehicles', await weighPage(fleet), VEHICLES);
	report('the page of a vehicle', await weighPage(vehicle), VEHICLE);
	const webhooks = vehicleAccess.replace(/[^/]+$/, 'webhooks');
	report('Webhooks before the first', await weighPage(webhooks), WEBHOOKS);
	await makeWebhook(webhooks);
	report('Webhooks', await weighPage(webhooks), WEBHOOKS);
	report('Clock', await weighPage(`${server.origin}/clock`), CLOCK);
} finally {
	await server.stop();
}

reportStart();

function reportStart(): void {
	const server = readdirSync(inProject('build/server')).filter((name) =>
		name.startsWith('at-start')
	);
	const files = ['start.js', ...server.map((name) => `server/${name}`)];
	const bytes = files.reduce((total, name) => total + statSync(inProject(`build/${name}`)).size, 0);
	const { over, text } = row('JavaScript', bytes, START, files.length);
	console.log(`What every start loads:\n${text}`);
	if (!over) return;
	console.error('A start is over its budget. Import what it does not need where that is needed.');
	process.exitCode = 1;
}

function report(page: string, weight: PageWeight, budget: Budget): void {
	const rows = [
		row('JavaScript', sum(weight.scripts), budget.scripts, weight.scripts.size),
		row('CSS', sum(weight.styles), budget.styles, weight.styles.size),
		row('HTML', weight.html, budget.html, 1)
	];
	console.log(`First load of ${page}, after gzip:`);
	for (const { text } of rows) console.log(text);
	if (!rows.some(({ over }) => over)) return;
	for (const [path, bytes] of heaviest(weight.scripts))
		console.log(`  ${kilobytes(bytes)}  ${path}`);
	console.error('The page is over its budget. Load what the first view does not need on demand.');
	process.exitCode = 1;
}

function row(title: string, bytes: number, budget: number | undefined, files: number) {
	const over = budget !== undefined && bytes > budget;
	const measured = `  ${title.padEnd(10)} ${kilobytes(bytes)}`;
	const text =
		budget === undefined
			? `${measured}  ${files} file(s)`
			: `${measured} of ${kilobytes(budget)}  ${files} file(s)  ${over ? 'OVER' : 'within'}`;
	return { over, text };
}

function sum(weights: ReadonlyMap<string, number>): number {
	return [...weights.values()].reduce((total, bytes) => total + bytes, 0);
}

function heaviest(weights: ReadonlyMap<string, number>): readonly [string, number][] {
	return [...weights].sort(([, a], [, b]) => b - a).slice(0, 10);
}

function kilobytes(bytes: number): string {
	return `${(bytes / KILOBYTE).toFixed(1).padStart(6)} kB`;
}
