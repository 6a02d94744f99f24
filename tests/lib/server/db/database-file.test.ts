import { openDatabase } from '#lib/server/db/open.ts';
import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useFolder } from '../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'deep', 'valetkey.db');

describe('the file of the database', () => {
	it.runIf(process.platform !== 'win32')('is kept from others, with its log and its folder', () => {
		const rightsOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
		const { close } = openDatabase(file());
		expect(rightsOf(join(folder.path, 'deep'))).toBe('700');
		for (const name of ['', '-wal', '-shm']) expect(rightsOf(file() + name)).toBe('600');
		close();
		chmodSync(file(), 0o664);
		writeFileSync(`${file()}-wal`, '', { mode: 0o644 });
		const again = openDatabase(file());
		for (const name of ['', '-wal', '-shm']) expect(rightsOf(file() + name)).toBe('600');
		again.close();
	});

	it.runIf(existsSync('/proc/self'))('cannot lie in /proc, which is said at once', () => {
		expect(() => openDatabase('/proc/nope/deep/x.db')).toThrow(
			/The folder of the database cannot be created/
		);
	});
});
