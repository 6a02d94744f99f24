import { openFile } from '#lib/server/db/sqlite/open.ts';

/** A program that opens the database named by its argument, says so before, and closes it again. */
const [, , file = ''] = process.argv;
process.stdout.write('opening\n');
openFile(file).close();
