import { statSync } from 'node:fs';
import { backUpDatabase } from '../src/lib/server/db/sqlite/backup.ts';
import { runOnDatabase } from './database-command.ts';

runOnDatabase('Name the file to write: npm run backup -- FILE', (database, file) => {
	backUpDatabase(database, file);
	return `The database is in ${file} now, ${statSync(file).size} bytes, checked.`;
});
