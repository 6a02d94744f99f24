/** What can keep the database from doing its work, and what to tell the person. */
const MESSAGES = {
	folder: 'The folder of the database cannot be created or written.',
	unreadable: 'The file is not a SQLite database, or it is damaged. It was left as it is.',
	newer:
		'The database was written by a newer version of Valetkey. It was left as it is; start that version instead.',
	pragma: 'The database does not accept a setting that keeps data safe.',
	migrations:
		'The folder “drizzle” with the migrations is missing; start from the project’s folder.',
	busy: 'Another program holds the database. Nothing was changed; try again in a moment.',
	full: 'The disk is full. Nothing was changed; make room and try again.',
	readonly: 'The database cannot be written. Nothing was changed; check the rights of the file.',
	failed: 'The database refused the operation. Nothing was changed.'
} as const;

export type StorageErrorCode = keyof typeof MESSAGES;

/** A fault of the storage, not of anybody's input. The message is safe to show. */
export class StorageError extends Error {
	override readonly name = 'StorageError';
	readonly code: StorageErrorCode;

	constructor(code: StorageErrorCode, detail = '', options?: ErrorOptions) {
		super(detail ? `${MESSAGES[code]} (${detail})` : MESSAGES[code], options);
		this.code = code;
	}
}

const BY_SQLITE_CODE: readonly (readonly [RegExp, StorageErrorCode])[] = [
	[/^SQLITE_(BUSY|LOCKED)/, 'busy'],
	[/^SQLITE_FULL/, 'full'],
	[/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, 'readonly'],
	[/^SQLITE_(CORRUPT|NOTADB|IOERR)/, 'unreadable']
];

/** The storage error behind an error of the driver; null when it is something else. */
export function storageErrorOf(error: unknown): StorageError | null {
	if (error instanceof StorageError) return error;
	if (!(error instanceof Error)) return null;
	if (error.cause !== undefined) {
		const inner = storageErrorOf(error.cause);
		if (inner) return inner;
	}
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	const match = BY_SQLITE_CODE.find(([pattern]) => pattern.test(code));
	if (match) return new StorageError(match[1], '', { cause: error });
	return null;
}
