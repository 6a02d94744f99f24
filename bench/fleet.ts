import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rememberAccount } from '../src/lib/server/connect/vehicle-accounts.ts';
import type { Context } from '../src/lib/server/context.ts';
import { signIn } from '../src/lib/connect/test-logins.ts';
import { advanceRehearsal } from '../src/lib/server/fleet/clock.ts';
import { happenTo } from '../src/lib/server/fleet/happen.ts';
import { listVehicles } from '../src/lib/server/fleet/list-vehicles.ts';
import { findVehicle } from '../src/lib/server/fleet/vehicles.ts';
import { ROUTINES } from '../src/lib/vehicles/state/schema.ts';
import { openStorage } from '../tools/storage.ts';
import { median } from './figures.ts';
import { printFigure } from './line.ts';

const DAY = 86_400_000;
const VEHICLES = 1000;
const DAYS = 60;
const READS = 200;
const MIB = 2 ** 20;

/** What vehicles cost where they are kept in a file. */
export async function benchFleet(): Promise<void> {
	console.log(`\nVehicles that are kept, ${VEHICLES.toLocaleString('en')} with routines`);
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-fleet-'));
	const { engine, now } = await openStorage(join(folder, 'valetkey.db'));
	try {
		const ids = await fillFleet(now());
		printFigure('read one, never read before', await timeOfReads(now(), ids), 'ms');
		printFigure('read it again', await timeOfReads(now(), ids), 'ms');
		const before = process.memoryUsage().rss;
		const began = performance.now();
		const moved = await advanceRehearsal(now(), DAYS * DAY);
		const seconds = (performance.now() - began) / 1000;
		if (!moved.ok) throw new TypeError(moved.code);
		printFigure(`advance the clock by ${DAYS} days`, seconds, 's', { most: 10 });
		printFigure('  what fired', moved.fired.count, '');
		printFigure('  memory more', (process.memoryUsage().rss - before) / MIB, 'MiB');
		printFigure('read one after that', await timeOfReads(now(), ids), 'ms');
	} finally {
		await engine.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function fillFleet(context: Context): Promise<readonly string[]> {
	const makes = ['TESLA', 'CHEVROLET', 'FORD', 'VOLKSWAGEN', 'TOYOTA'];
	const routines = ROUTINES.filter((routine) => routine !== 'none');
	await context.write(async (transaction) => {
		for (const make of makes) {
			const username = `${VEHICLES / makes.length}-vehicles@smartcar.com`;
			const found = signIn(username, { make, singleSelectVin: null });
			if (found.kind !== 'vehicles') throw new TypeError(found.error);
			await rememberAccount(transaction, { make, username }, found.vehicles);
		}
		const { vehicles: all } = await listVehicles(transaction, { after: '', most: VEHICLES });
		for (const [index, { id }] of all.entries()) {
			const routine = routines[index % routines.length] ?? 'commuter';
			await happenTo(transaction, id, { event: 'routine', routine });
		}
	});
	const { vehicles } = await listVehicles(context, { after: '', most: VEHICLES });
	return vehicles.map(({ id }) => id);
}

async function timeOfReads(context: Context, ids: readonly string[]): Promise<number> {
	const times: number[] = [];
	for (const id of ids.slice(0, READS)) {
		const began = performance.now();
		await findVehicle(context, id);
		times.push(performance.now() - began);
	}
	return median(times);
}
