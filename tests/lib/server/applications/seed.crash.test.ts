import { applications } from '#lib/server/db/schema.ts';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runAndKill } from '../../../../soak/kill-loop.ts';
import { withStorage } from '../../../../tools/storage.ts';
import { bundle } from '../../../support/bundle.ts';
import { everything } from '../../../support/everything.ts';
import { SEED_SIZE } from '../../../support/seed-runs.ts';
import { useFolder } from '../../../support/storage.ts';

const folder = useFolder();
const KILLS = 5;

it('kill -9 in the middle of a seed leaves all of it or nothing', async () => {
	const program = await bundle('tests/support/seed-loop.ts', folder.path);
	const file = join(folder.path, 'valetkey.db');
	const acknowledged: string[] = [];
	for (let kill = 0; kill < KILLS; kill++) {
		const output = await runAndKill(program, [file], 'seeded');
		acknowledged.push(...[...output.matchAll(/^seeded (\S+)$/gm)].map(([, run = '']) => run));
	}
	const { names, rows } = await withStorage(file, async (context) => ({
		names: await context.read(({ db }) => db.select({ run: applications.name }).from(applications)),
		rows: await everything(context)
	}));
	const sizes = Map.groupBy(names, ({ run }) => run);
	expect(acknowledged.length).toBeGreaterThan(0);
	expect(acknowledged.filter((run) => !sizes.has(run))).toEqual([]);
	expect([...sizes].filter(([, { length }]) => length !== SEED_SIZE)).toEqual([]);
	for (const table of ['drafts', 'versions', 'client_secrets']) {
		expect(rows.get(table)).toHaveLength(names.length);
	}
	// Its own, and that of the sample client.
	expect(rows.get('redirect_uris')).toHaveLength(names.length * 2);
});
