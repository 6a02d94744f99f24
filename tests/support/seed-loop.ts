import { seed } from '#lib/server/applications/seed/seed.ts';
import { openStorage } from '../../tools/storage.ts';
import { seedOf } from './seed-runs.ts';

/**
 * A program that seeds as fast as it can until it is killed, and acknowledges each seed on its
 * standard output once it was told that it is kept.
 *
 * Arguments: database file.
 */
const [, , file = ''] = process.argv;
const { now } = await openStorage(file);
for (let count = 0; count < 300; count++) {
	const run = `${process.pid}-${count}`;
	const outcome = await seed(now(), seedOf(run));
	if (outcome.ok) process.stdout.write(`seeded ${run}\n`);
}
