import { CONFIGURATION_FILE_NAME, formatConfiguration } from '#lib/access/configuration.ts';
import type { Selection } from '#lib/access/selection.ts';

/** Answers with a selection as the file `vehicle-access.json`, to be saved. */
export function downloadConfiguration(selection: Selection): Response {
	return new Response(formatConfiguration(selection), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${CONFIGURATION_FILE_NAME}"`,
			'cache-control': 'no-store'
		}
	});
}
