import { statSync } from 'node:fs';
import { backUpDatabase } from '../src/lib/server/db/sqlite/backup.ts';
import { copyKeyFile } from '../src/lib/server/key-file.ts';
import { runOnDatabase } from './database-command.ts';
import { backupLine } from './postgres-commands.ts';

await runOnDatabase('Name the file to write: npm run backup -- FILE', (database, file) => {
	if ('url' in database) return backupLine(database.url, file);
	backUpDatabase(database.file, file);
	const key = copyKeyFile(database.file, file);
	const ofSetting = process.env.SECRET_KEY ? ' Keep its key with it, which SECRET_KEY holds.' : '';
	const kept =
		key === null ? ofSetting : ` Its key is in ${key}; keep both, where nobody reads them.`;
	return `The database is in ${file} now, ${statSync(file).size} bytes, checked.${kept}`;
});
