import { sql } from 'drizzle-orm';
import { statfsSync } from 'node:fs';
import { read, storageFolder, write } from './db/connection.ts';
import { applications } from './db/schema.ts';
import { StorageError, storageErrorOf } from './storage-error.ts';

/** Whether a write would succeed now, and otherwise why not, in words safe to show. */
export type StorageHealth =
	{ readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

/** Milliseconds that the probe waits for another program's lock before it says so. */
const PROBE_PATIENCE = 250;

/** Bytes that must be free on the disk: a few commits with the log that they go through. */
const NEEDED_SPACE = 1024 * 1024;

/**
 * Tries to read, and to write what is there already: the commit goes the way of every other to the
 * disk, and the file does not grow.
 */
export async function checkStorage(): Promise<StorageHealth> {
	try {
		await read((db) => db.select({ id: applications.clientId }).from(applications).limit(1).all());
		checkSpace();
		await write((db) => {
			const { user_version } = db.get<{ user_version: number }>(sql`pragma user_version`);
			db.run(sql.raw(`pragma user_version = ${user_version}`));
		}, PROBE_PATIENCE);
		return { ok: true };
	} catch (error) {
		const { code, message } = storageErrorOf(error) ?? new StorageError('unavailable');
		return { ok: false, code, message };
	}
}

function checkSpace(): void {
	const folder = storageFolder();
	if (folder === null) return;
	const { blocks, bavail, bsize } = statfsSync(folder);
	// A file system that counts no blocks tells nothing.
	if (blocks > 0 && bavail * bsize < NEEDED_SPACE) throw new StorageError('full');
}
