import { randomUUID } from 'node:crypto';
import {
	chmodSync,
	closeSync,
	copyFileSync,
	constants,
	fsyncSync,
	linkSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { timeInFileName } from './machine-time.ts';
import { isKeyText, randomKeyText } from './secret-key.ts';
import { keyUnusable } from './settings-words.en.ts';
import { SettingsError } from './settings.ts';

const OWNER_ONLY = 0o600;
const OTHERS = 0o077;
/** More than any key has; what is longer is something else. */
const LONGEST = 1024;

/** Where the key of a SQLite file lies, unless SECRET_KEY is set. */
export const keyFileOf = (database: string) => `${database}.key`;

/**
 * The text of the key beside a SQLite file; null where there is none.
 *
 * @throws {SettingsError} one line for a file that cannot be used
 */
export function readKeyFile(database: string): string | null {
	const file = keyFileOf(database);
	const stats = statSync(file, { throwIfNoEntry: false });
	if (!stats) return null;
	if (isOpen(stats.mode) && !isOpen(statSync(database).mode)) {
		throw new SettingsError(
			`${file} may be read by others than its owner; take that from them with "chmod 600 ${file}", or begin with another key: npm run new-key.`
		);
	}
	const text = stats.isFile() && stats.size > LONGEST ? '…' : read(file);
	if (isKeyText(text)) return text;
	throw new SettingsError(
		`${file} holds no key: it is ${text === '' ? 'empty' : 'damaged'}. Put it back from a backup, or set SECRET_KEY to what was in it; if it is lost, npm run new-key begins with another one.`
	);
}

/** A file system without rights shows the same ones for every file, the database's too. */
function isOpen(mode: number): boolean {
	return process.platform !== 'win32' && (mode & OTHERS) !== 0;
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8').trim();
	} catch (error) {
		throw unusable(file, 'read', error);
	}
}

/**
 * Makes a key beside a SQLite file. Of several programs that do so at once one is first, and its key
 * is that of all.
 *
 * @throws {SettingsError} where nothing can be written
 */
export function makeKeyFile(database: string): string {
	const file = keyFileOf(database);
	const text = randomKeyText();
	// It gets its name once it is whole, and only where no other has that name.
	const partial = `${file}.${randomUUID()}.partial`;
	try {
		writeFileSync(partial, `${text}\n`, { mode: OWNER_ONLY, flag: 'wx', flush: true });
		if (giveName(partial, file)) return text;
	} catch (error) {
		throw unusable(file, 'made', error);
	} finally {
		rmSync(partial, { force: true });
	}
	return readKeyFile(database) ?? text;
}

/** @returns false where another has the name already */
function giveName(partial: string, file: string): boolean {
	try {
		linkSync(partial, file);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		// Not every file system knows a second name of a file.
		copyFileSync(partial, file, constants.COPYFILE_EXCL);
		return true;
	}
}

/** @returns the name under which it is kept; null where there was none */
export function putKeyFileAside(database: string): string | null {
	const file = keyFileOf(database);
	if (!statSync(file, { throwIfNoEntry: false })) return null;
	const aside = `${file}.before.${timeInFileName()}`;
	renameSync(file, aside);
	return aside;
}

/**
 * Copies the key that lies beside a database to beside another one, readable by its owner only.
 *
 * @returns where it is now; null where there was none to copy
 */
export function copyKeyFile(from: string, to: string): string | null {
	const [source, target] = [keyFileOf(from), keyFileOf(to)];
	if (!statSync(source, { throwIfNoEntry: false })) return null;
	copyFileSync(source, target);
	chmodSync(target, OWNER_ONLY);
	const written = openSync(target, 'r');
	fsyncSync(written);
	closeSync(written);
	return target;
}

/** Puts the key of a backup in its place; one that is there and another stays aside. */
export function restoreKey(backup: string, database: string): boolean {
	const [source, target] = [keyFileOf(backup), keyFileOf(database)].map((file) =>
		statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : null
	);
	if (source === null) return false;
	if (source !== target) {
		putKeyFileAside(database);
		copyKeyFile(backup, database);
	}
	return true;
}

function unusable(file: string, done: 'read' | 'made', error: unknown): SettingsError {
	return new SettingsError(keyUnusable(file, done, codeOf(error)), { cause: error });
}

const codeOf = (error: unknown) =>
	error instanceof Error && 'code' in error ? String(error.code) : String(error);
