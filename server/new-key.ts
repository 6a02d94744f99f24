import { openStorage } from '../src/lib/server/db/open-storage.ts';
import { findKeyId, replaceKey } from '../src/lib/server/db/key-record.ts';
import { keyFileOf, makeKeyFile, putKeyFileAside } from '../src/lib/server/key-file.ts';
import { machineTime } from '../src/lib/server/machine-time.ts';
import { keyOf } from '../src/lib/server/secret-key.ts';
import { checkSharedKey, readSettings, SettingsError } from '../src/lib/server/settings.ts';
import { runCommand } from './database-command.ts';

await runCommand(async () => {
	const settings = readSettings(process.env);
	checkSharedKey(settings);
	const { database, secretKey } = settings;
	const engine = await openStorage(settings);
	try {
		const recorded = await findKeyId(engine);
		if (secretKey !== null) {
			const { id } = keyOf(secretKey);
			if (id === recorded)
				throw new SettingsError('SECRET_KEY is the key in use; set another one.');
			return tell('SECRET_KEY', await replaceKey(engine, id, machineTime()));
		}
		const file = 'file' in database ? database.file : '';
		const aside = putKeyFileAside(file);
		const { id } = keyOf(makeKeyFile(file));
		const gone = await replaceKey(engine, id, machineTime());
		return tell(keyFileOf(file), gone) + (aside === null ? '' : ` The former one is in ${aside}.`);
	} finally {
		await engine.close();
	}
});

function tell(where: string, gone: number): string {
	const cost =
		gone === 0
			? 'No client secret was made under the former one.'
			: `${gone} client ${gone === 1 ? 'secret was made under the former one and is' : 'secrets were made under the former one and are'} no longer there: make new ones under Credentials, and give them to the apps.`;
	return `The database is used with the key of ${where} from now on. ${cost}`;
}
