import { openFile } from '#lib/server/db/sqlite/open.ts';
import Database from 'better-sqlite3';
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'deep', 'valetkey.db');

describe('the file of the database', () => {
	it('is closed all the same where the log cannot be written back', () => {
		const { close } = openFile(file());
		const checkpoint = vi.spyOn(Database.prototype, 'pragma').mockImplementation(() => {
			throw new Database.SqliteError('attempt to write a readonly database', 'SQLITE_READONLY');
		});
		const release = vi.spyOn(Database.prototype, 'close');
		expect(close).not.toThrow();
		expect(release).toHaveBeenCalledOnce();
		checkpoint.mockRestore();
		release.mockRestore();
		openFile(file()).close();
	});

	it.runIf(process.platform !== 'win32')('is kept from others, with its log and its folder', () => {
		const rightsOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
		const { close } = openFile(file());
		expect(rightsOf(join(folder.path, 'deep'))).toBe('700');
		for (const name of ['', '-wal', '-shm']) expect(rightsOf(file() + name)).toBe('600');
		close();
		chmodSync(file(), 0o664);
		writeFileSync(`${file()}-wal`, '', { mode: 0o644 });
		const again = openFile(file());
		for (const name of ['', '-wal', '-shm']) expect(rightsOf(file() + name)).toBe('600');
		again.close();
	});

	it.runIf(process.platform !== 'win32')('that is none keeps its rights', () => {
		const path = join(folder.path, 'a-folder');
		mkdirSync(path);
		chmodSync(path, 0o755);
		expect(() => openFile(path)).toThrow(/database/);
		expect((statSync(path).mode & 0o777).toString(8)).toBe('755');
	});

	it.runIf(existsSync('/proc/self'))('cannot lie in /proc, which is said at once', () => {
		expect(() => openFile('/proc/nope/deep/x.db')).toThrow(
			/The folder of the database cannot be created/
		);
	});
});
