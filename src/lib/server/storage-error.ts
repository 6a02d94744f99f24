import { storageWords } from './storage-words.en.ts';

/** After which whoever was told that the storage cannot do its work may ask again. */
export const SECONDS_TO_RETRY = 5;

export type StorageErrorCode = keyof typeof storageWords;

/** Does not pass by itself, so that nobody is told to try again. */
const LASTING: ReadonlySet<StorageErrorCode> = new Set(['damaged']);

/** A fault of the storage, not of anybody's input. The message is safe to show. */
export class StorageError extends Error {
	override readonly name = 'StorageError';
	readonly code: StorageErrorCode;
	/** For the log, and nobody else. */
	readonly facts: Readonly<Record<string, string>>;

	constructor(
		code: StorageErrorCode,
		detail = '',
		{
			facts = {},
			message = storageWords[code],
			...options
		}: ErrorOptions & Partial<Pick<StorageError, 'facts' | 'message'>> = {}
	) {
		super(detail ? `${message} (${detail})` : message, options);
		this.code = code;
		this.facts = facts;
	}

	/** Of the answer to whoever met it. */
	get status(): 500 | 503 {
		return LASTING.has(this.code) ? 500 : 503;
	}
}

const BY_CODE: readonly (readonly [RegExp, StorageErrorCode])[] = [
	[/^SQLITE_(BUSY|LOCKED)/, 'busy'],
	[/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
	[/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, 'readonly'],
	[/^SQLITE_(CORRUPT|NOTADB)/, 'unreadable'],
	[/^SQLITE_IOERR/, 'disk']
];

/**
 * The storage error behind an error of the driver or the file system; null when it is something else.
 *
 * @param detail what it is about, such as the file
 */
export function storageErrorOf(error: unknown, detail = ''): StorageError | null {
	if (error instanceof StorageError) return error;
	if (!(error instanceof Error)) return null;
	if (error.cause !== undefined) {
		const inner = storageErrorOf(error.cause, detail);
		if (inner) return inner;
	}
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	const match = BY_CODE.find(([pattern]) => pattern.test(code));
	if (match) return new StorageError(match[1], detail, { cause: error });
	return null;
}
