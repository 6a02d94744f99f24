import { restoreDatabase } from '../src/lib/server/db/sqlite/backup.ts';
import { runOnDatabase } from './database-command.ts';

runOnDatabase('Name the backup: npm run restore -- FILE', (database, file) => {
	const before = restoreDatabase(file, database);
	const kept = before === null ? '' : ` What was there before is in ${before}.`;
	return `The backup is in place; start the server.${kept}`;
});
