import { backUpDatabase } from '#lib/server/db/sqlite/backup.ts';
import { join } from 'node:path';

/**
 * A program that backs up a database again and again until it is killed, and acknowledges each
 * backup on its standard output.
 *
 * Arguments: database file, folder for the backups.
 */
const [, , file = '', folder = ''] = process.argv;
for (let count = 0; ; count++) {
	const backup = join(folder, `${process.pid}-${count}.db`);
	backUpDatabase(file, backup);
	process.stdout.write(`backed up ${backup}\n`);
}
