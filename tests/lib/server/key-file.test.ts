import {
	copyKeyFile,
	keyFileOf,
	makeKeyFile,
	putKeyFileAside,
	readKeyFile,
	restoreKey
} from '#lib/server/key-file.ts';
import { isKeyText, randomKeyText } from '#lib/server/secret-key.ts';
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { useFolder } from '../../support/storage.ts';

const folder = useFolder();
let database = '';
let file = '';
beforeEach(() => {
	database = join(folder.path, 'valetkey.db');
	file = keyFileOf(database);
	writeFileSync(database, '', { mode: 0o600 });
});

const write = (text: string, mode = 0o600) => writeFileSync(file, text, { mode });
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('makeKeyFile', () => {
	it('makes one that its owner alone reads, and leaves nothing else', () => {
		const text = makeKeyFile(database);
		expect(isKeyText(text)).toBe(true);
		expect(readKeyFile(database)).toBe(text);
		expect(modeOf(file)).toBe(0o600);
		expect(readdirSync(folder.path)).toEqual(['valetkey.db', 'valetkey.db.key']);
	});

	it('takes the one that is there', () => {
		const text = makeKeyFile(database);
		expect(makeKeyFile(database)).toBe(text);
		expect(readdirSync(folder.path)).toHaveLength(2);
	});

	it('makes one alone, however many programs do so at once', async () => {
		const module = JSON.stringify(resolve('src/lib/server/key-file.ts'));
		const program = `import { makeKeyFile } from ${module}; console.log(makeKeyFile(process.argv[1]));`;
		const made = await Promise.all(
			Array.from({ length: 6 }, () =>
				promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, database])
			)
		);
		const texts = new Set(made.map(({ stdout }) => stdout.trim()));
		expect([...texts]).toEqual([readKeyFile(database)]);
	});

	it('says so where nothing can be written', () => {
		expect(() => makeKeyFile(join(folder.path, 'missing', 'valetkey.db'))).toThrow(
			/valetkey\.db\.key cannot be made \(ENOENT\); let this user do that, or set SECRET_KEY to what/
		);
	});
});

describe('readKeyFile', () => {
	it('reads none where there is no file', () => {
		expect(readKeyFile(database)).toBeNull();
	});

	it.each(['\n', '', '\r\n'])('reads the key before %j', (end) => {
		const text = randomKeyText();
		write(text + end);
		expect(readKeyFile(database)).toBe(text);
	});

	it.each([
		['', 'empty'],
		['\n', 'empty'],
		['no key', 'damaged'],
		['A'.repeat(64), 'damaged'],
		[`${randomKeyText()}\n${randomKeyText()}`, 'damaged'],
		['Ab3-'.repeat(1000), 'damaged']
	])('refuses %j as %s', (text, what) => {
		write(text);
		expect(() => readKeyFile(database)).toThrow(
			`${file} holds no key: it is ${what}. Put it back from a backup, or set SECRET_KEY to what was in it; if it is lost, npm run new-key begins with another one.`
		);
	});

	it.each([0o640, 0o604, 0o660, 0o644])('refuses one that others may read: %o', (mode) => {
		write(randomKeyText());
		chmodSync(file, mode);
		expect(() => readKeyFile(database)).toThrow(
			`${file} may be read by others than its owner; take that from them with "chmod 600 ${file}", or begin with another key: npm run new-key.`
		);
	});

	it('takes it where the file system keeps no rights, the database’s neither', () => {
		write(randomKeyText());
		for (const path of [file, database]) chmodSync(path, 0o777);
		expect(readKeyFile(database)).not.toBeNull();
	});

	it('says so where it is a folder', () => {
		mkdirSync(file, { mode: 0o700 });
		expect(() => readKeyFile(database)).toThrow(/\.key cannot be read \(EISDIR\)/);
	});
});

describe('the key of a backup', () => {
	const backup = () => join(folder.path, 'backup.db');

	it('goes along, and back', () => {
		const text = makeKeyFile(database);
		expect(copyKeyFile(database, backup())).toBe(keyFileOf(backup()));
		expect(modeOf(keyFileOf(backup()))).toBe(0o600);
		const aside = putKeyFileAside(database);
		expect(readKeyFile(database)).toBeNull();
		expect(readFileSync(aside ?? '', 'utf8').trim()).toBe(text);
		expect(restoreKey(backup(), database)).toBe(true);
		expect(readKeyFile(database)).toBe(text);
	});

	it('puts another one aside, and leaves the same where it is', () => {
		const text = makeKeyFile(database);
		copyKeyFile(database, backup());
		restoreKey(backup(), database);
		expect(readdirSync(folder.path).filter((name) => name.includes('before'))).toEqual([]);
		write(`${randomKeyText()}\n`);
		restoreKey(backup(), database);
		expect(readKeyFile(database)).toBe(text);
		expect(readdirSync(folder.path).filter((name) => name.includes('before'))).toHaveLength(1);
	});

	it('is none where there is none', () => {
		expect(copyKeyFile(database, backup())).toBeNull();
		expect(restoreKey(backup(), database)).toBe(false);
		expect(putKeyFileAside(database)).toBeNull();
	});
});
