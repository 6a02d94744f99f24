import type { Context } from './context.ts';
import { StorageError, storageErrorOf } from './storage-error.ts';

/** Whether a write would succeed now, and otherwise why not, in words safe to show. */
export type StorageHealth =
	{ readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

export async function checkStorage(context: Context): Promise<StorageHealth> {
	try {
		await context.storage.probe();
		return { ok: true };
	} catch (error) {
		const { code, message } = storageErrorOf(error) ?? new StorageError('unavailable');
		return { ok: false, code, message };
	}
}
