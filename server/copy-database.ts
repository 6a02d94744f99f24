import { existsSync } from 'node:fs';
import { copyStorage } from '../src/lib/server/db/transfer/transfer.ts';
import { keyFileOf } from '../src/lib/server/key-file.ts';
import {
	DATABASE_URLS,
	parseDatabaseUrl,
	SettingsError,
	type DatabasePlace
} from '../src/lib/server/settings.ts';
import { runCommand } from './database-command.ts';

const USAGE = `Name two databases: npm run copy-database -- FROM TO; each is ${DATABASE_URLS}.`;

await runCommand(async () => {
	const [from, to, ...more] = process.argv.slice(2);
	if (!from || !to || more.length > 0) throw new SettingsError(USAGE);
	const copied = await copyStorage(placeOf(from, 'FROM'), placeOf(to, 'TO'));
	const lines = copied.map(({ name, rows }) => `${String(rows).padStart(10)}  ${name}`);
	return `Copied, and compared row by row:\n${lines.join('\n')}\nSet DATABASE_URL to the copy and start the server. Its key is that of the source: ${keyOfCopy(from)}`;
});

function keyOfCopy(from: string): string {
	const place = placeOf(from, 'FROM');
	const file = 'file' in place ? keyFileOf(place.file) : '';
	return existsSync(file)
		? `set SECRET_KEY to what is in ${file}, unless it was set before.`
		: 'set SECRET_KEY to the same.';
}

function placeOf(text: string, name: string): DatabasePlace {
	const place = parseDatabaseUrl(text);
	if (place && !('file' in place && place.file === ':memory:')) return place;
	throw new SettingsError(`${name} names no database. ${USAGE}`);
}
