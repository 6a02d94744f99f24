import { restoreDatabase } from '../src/lib/server/db/sqlite/backup.ts';
import { restoreKey } from '../src/lib/server/key-file.ts';
import { runOnDatabase } from './database-command.ts';
import { restoreLines } from './postgres-commands.ts';

await runOnDatabase('Name the backup: npm run restore -- FILE', (database, file) => {
	if ('url' in database) return restoreLines(database.url, file);
	const before = restoreDatabase(file, database.file);
	const kept = before === null ? '' : ` What was there before is in ${before}.`;
	const withKey = restoreKey(file, database.file) ? ', with its key' : '';
	return `The backup is in place${withKey}; start the server.${kept}`;
});
