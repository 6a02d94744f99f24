import { advanceClock, freezeClock, readClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { findVehicles } from '#lib/server/fleet/vehicles.ts';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runAndKill } from '../../../../soak/kill-loop.ts';
import { withStorage } from '../../../../tools/storage.ts';
import { bundle } from '../../../support/bundle.ts';
import { useFolder } from '../../../support/storage.ts';
import { vehiclesOfLogin } from '../../../support/vehicles.ts';

const folder = useFolder();
const KILLS = 5;

it('kill -9 while the clock is moved on leaves lives as they would have been', async () => {
	const program = await bundle('tests/support/advance-loop.ts', folder.path);
	const [file, copy] = [join(folder.path, 'valetkey.db'), join(folder.path, 'copy.db')];
	const filled = await withStorage(file, fill);
	cpSync(file, copy);
	let acknowledged = filled.now;
	for (let kill = 0; kill < KILLS; kill++) {
		const output = await runAndKill(program, [file], 'advanced');
		const [last] = [...output.matchAll(/^advanced (\d+)$/gm)].slice(-1);
		acknowledged = Math.max(acknowledged, Number(last?.[1] ?? 0));
	}
	const lives = async (context: Context) =>
		(await findVehicles(context, filled.ids)).read.map(({ life }) => life);
	const left = await withStorage(file, async (context) => ({
		...(await readClock(context)),
		lives: await lives(context)
	}));
	expect(left.now).toBeGreaterThanOrEqual(acknowledged);
	expect(left.now).toBeGreaterThan(filled.now);
	const wanted = await withStorage(copy, async (context) => {
		await advanceClock(context, left.now - filled.now);
		return lives(context);
	});
	expect(left.lives).toEqual(wanted);
});

/** Its clock stands still, so that two databases can show the same time. */
async function fill(context: Context) {
	const ids = await vehiclesOfLogin(context, '60-vehicles@smartcar.com');
	for (const id of ids) await happenTo(context, id, { event: 'routine', routine: 'delivery' });
	return { ids, ...(await freezeClock(context, true)) };
}
