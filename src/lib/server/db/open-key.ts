import type { Engine } from '../engine.ts';
import { keyFileOf, makeKeyFile, readKeyFile } from '../key-file.ts';
import { machineTime } from '../machine-time.ts';
import { keyOf, randomKeyText, type SecretKey } from '../secret-key.ts';
import { checkSharedKey, SettingsError, type Settings } from '../settings.ts';
import { keyLost } from '../settings-words.en.ts';
import { claimKey, findKeyId } from './key-record.ts';

/**
 * The key that a database is used with: of SECRET_KEY, or of a file beside the database, which is made
 * with the first start.
 *
 * @throws {SettingsError} one line where there is none, or another one than before
 */
export async function openKey(
	engine: Engine,
	settings: Pick<Settings, 'database' | 'secretKey'>
): Promise<SecretKey> {
	checkSharedKey(settings);
	const recorded = await findKeyId(engine);
	const key = keyOf(findText(settings) ?? makeText(settings, recorded));
	const used = recorded ?? (await claimKey(engine, key.id, machineTime()));
	if (used === key.id) return key;
	throw new SettingsError(
		`${nameOf(settings)} is not the key that the database is used with. Set it to that one, as on every server of this database. ${keyLost}`
	);
}

function findText({
	database,
	secretKey
}: Pick<Settings, 'database' | 'secretKey'>): string | null {
	if (secretKey !== null || 'url' in database) return secretKey;
	return database.file === ':memory:' ? randomKeyText() : readKeyFile(database.file);
}

function makeText({ database }: Pick<Settings, 'database'>, recorded: string | null): string {
	const file = 'file' in database ? database.file : '';
	if (recorded === null) return makeKeyFile(file);
	throw new SettingsError(
		`The key that the database is used with is missing: there is no ${keyFileOf(file)}, and SECRET_KEY is not set. Put the file back from a backup, or set SECRET_KEY to what was in it. ${keyLost}`
	);
}

function nameOf({ database, secretKey }: Pick<Settings, 'database' | 'secretKey'>): string {
	return secretKey === null && 'file' in database ? keyFileOf(database.file) : 'SECRET_KEY';
}
