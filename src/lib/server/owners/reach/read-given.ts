import type { connections } from '../../db/connect-schema.ts';
import { readEach, readJson } from '../../db/stored-json.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';

interface ReadGiven {
	readonly granted: readonly PermissionName[];
	readonly asked: readonly RequestedPermission[];
	readonly isDamaged: boolean;
}

/**
 * What a connection was asked and granted; nothing where that cannot be read. The vehicle stays: its
 * owner can still end all of it.
 */
export function readGiven(
	id: string,
	{ granted, asked }: Pick<typeof connections.$inferSelect, 'granted' | 'asked'>
): ReadGiven {
	const { read } = readEach([id], () => ({
		granted: readJson(granted, id),
		asked: readJson(asked, id),
		isDamaged: false
	}));
	return read[0] ?? { granted: [], asked: [], isDamaged: true };
}
