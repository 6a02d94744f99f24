import { CONFIGURATION_FILE_NAME, formatConfiguration } from '#lib/access/configuration.ts';
import type { LockedSelection } from '#lib/access/diff.ts';

/**
 * Answers with the file `vehicle-access.json`, to be saved. What is locked in has purposes of
 * permissions that are asked for alone, as the file shall have.
 */
export function downloadConfiguration({ selection, purposes }: LockedSelection): Response {
	return new Response(formatConfiguration(selection, purposes), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${CONFIGURATION_FILE_NAME}"`,
			'cache-control': 'no-store'
		}
	});
}
