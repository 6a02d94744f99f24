import { cpus, totalmem } from 'node:os';
import { buildWhenNeeded } from '../server/build.ts';
import { benchBrowser } from './browser.ts';
import { benchCore } from './core.ts';
import { benchDeliveries } from './deliveries.ts';
import { benchExchange } from './exchange.ts';
import { benchFleet } from './fleet.ts';
import { benchGrown } from './grown.ts';
import { benchInsights } from './insights.ts';
import { benchManyVehicles } from './many-vehicles.ts';
import { benchKit } from './kit.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchOwners } from './owners.ts';
import { benchPages } from './pages.ts';
import { benchPostgres } from './postgres.ts';
import { benchReady } from './ready.ts';
import { benchRecording } from './recording.ts';
import { benchSteady } from './steady.ts';
import { benchVehicleApi } from './vehicle-api.ts';
import { benchVehicles } from './vehicles.ts';

/** `npm run bench` runs all of them, `npm run bench -- exchange postgres` those that are named. */
const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
	core: benchCore,
	vehicles: benchVehicles,
	fleet: benchFleet,
	insights: benchInsights,
	ready: benchReady,
	kit: benchKit,
	pages: benchPages,
	owners: benchOwners,
	'vehicle-api': benchVehicleApi,
	recording: benchRecording,
	'many-vehicles': benchManyVehicles,
	deliveries: benchDeliveries,
	exchange: benchExchange,
	postgres: benchPostgres,
	steady: benchSteady,
	grown: benchGrown,
	browser: benchBrowser,
	lighthouse: benchLighthouse
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
	console.error(
		`There is no part ${unknown.join(', ')}. Write some of ${Object.keys(PARTS).join(', ')}.`
	);
	process.exit(1);
}

const processors = cpus();
console.log(
	`${processors.length} × ${processors[0]?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}`
);
console.log('Figures of this machine and this moment; the ratios travel, the times do not.');

await buildWhenNeeded();
for (const [name, bench] of Object.entries(PARTS)) {
	if (asked.length === 0 || asked.includes(name)) await bench();
}
