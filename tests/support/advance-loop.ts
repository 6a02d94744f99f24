import { advanceRehearsal } from '#lib/server/fleet/clock.ts';
import { openStorage } from '../../tools/storage.ts';

/**
 * A program that moves the clock on until it is killed, and acknowledges each time on its standard
 * output once all vehicles have lived up to it.
 *
 * Arguments: database file.
 */
const [, , file = ''] = process.argv;
const DAY = 86_400_000;
const { now } = await openStorage(file);
for (let count = 0; count < 60; count++) {
	const outcome = await advanceRehearsal(now(), 5 * DAY);
	if (outcome.ok) process.stdout.write(`advanced ${outcome.clock.now}\n`);
}
