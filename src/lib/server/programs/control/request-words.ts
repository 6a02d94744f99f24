import { quote } from '#lib/access/characters.ts';
import { nearest } from '#lib/access/nearest.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import type { FilterProblem } from '../../recorder/request-filter.ts';

/** What to write in place of what cannot be looked for. */
export function wordFilterProblem({ field, value }: FilterProblem): {
	readonly path: string;
	readonly message: string;
} {
	switch (field) {
		case 'status':
			return {
				path: field,
				message: 'Write a status such as 403, or 2xx, 4xx or 5xx for all of a kind.'
			};
		case 'permission': {
			const near = nearest(value, PERMISSION_NAMES);
			const write = near === null ? 'write one such as read_battery' : `write ${near}`;
			return { path: field, message: `${quote(value)} is no permission; ${write}.` };
		}
		case 'after':
			return { path: field, message: 'Write the id of a request, a whole number.' };
	}
}
