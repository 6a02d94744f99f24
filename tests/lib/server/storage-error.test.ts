import { StorageError, storageErrorOf } from '#lib/server/storage-error.ts';
import { describe, expect, it } from 'vitest';

const driverError = (code: string) => Object.assign(new Error('from the driver'), { code });

describe('storageErrorOf', () => {
	it.each([
		[
			'SQLITE_BUSY',
			'busy',
			'Another program holds the database. Nothing was changed; try again in a moment.'
		],
		['SQLITE_BUSY_SNAPSHOT', 'busy', /Another program holds the database/],
		['SQLITE_LOCKED', 'busy', /Nothing was changed/],
		['SQLITE_FULL', 'full', 'The disk is full. Nothing was changed; make room and try again.'],
		[
			'SQLITE_READONLY',
			'readonly',
			'The database cannot be written. Nothing was changed; check the rights of the file.'
		],
		['SQLITE_READONLY_DIRECTORY', 'readonly', /Nothing was changed/],
		['SQLITE_CANTOPEN', 'readonly', /Nothing was changed/],
		['SQLITE_CORRUPT', 'unreadable', /It was left as it is/],
		['SQLITE_NOTADB', 'unreadable', /It was left as it is/],
		[
			'SQLITE_IOERR_WRITE',
			'disk',
			'The disk failed to read or write. Nothing was changed; check it and try again.'
		]
	])('reads %s as %s, in words', (driverCode, code, message) => {
		const fault = storageErrorOf(driverError(driverCode));
		expect(fault?.code).toBe(code);
		expect(fault?.message).toMatch(message);
	});

	it('finds it behind the error of a library, and names what it is about', () => {
		const outer = new Error('Failed query: insert …', { cause: driverError('SQLITE_FULL') });
		const fault = storageErrorOf(outer, 'keys.db');
		expect(fault?.message).toBe(
			'The disk is full. Nothing was changed; make room and try again. (keys.db)'
		);
		expect(fault?.cause).toMatchObject({ code: 'SQLITE_FULL' });
	});

	it('hands on what is one already, and leaves every other error alone', () => {
		const fault = new StorageError('newer', 'keys.db');
		expect(storageErrorOf(fault, 'other.db')).toBe(fault);
		const codeIsNoText = Object.assign(new Error('x'), { code: ['SQLITE_FULL'] });
		const others = [
			driverError('SQLITE_CONSTRAINT_CHECK'),
			codeIsNoText,
			new TypeError('x'),
			'x',
			null
		];
		for (const other of others) {
			expect(storageErrorOf(other)).toBeNull();
		}
	});
});
