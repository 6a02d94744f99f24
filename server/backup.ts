import { statSync } from 'node:fs';
import { backUpDatabase } from '../src/lib/server/db/sqlite/backup.ts';
import { runOnDatabase } from './database-command.ts';
import { backupLine } from './postgres-commands.ts';

await runOnDatabase('Name the file to write: npm run backup -- FILE', (database, file) => {
	if ('url' in database) return backupLine(database.url, file);
	backUpDatabase(database.file, file);
	return `The database is in ${file} now, ${statSync(file).size} bytes, checked.`;
});
