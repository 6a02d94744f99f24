import { PERMISSION_NAMES } from '#lib/access/permission.ts';

/** Which requests are wanted; what is absent does not matter. */
export interface RequestFilter {
	/** Both are among them. A request without an answer has the status 0, and failed. */
	readonly status?: { readonly from: number; readonly to: number } | undefined;
	readonly permission?: string | undefined;
	/** The vehicle's own id, or one by which an application knows it. */
	readonly vehicle?: string | undefined;
	/** Those that came after the one with this id. */
	readonly after?: number | undefined;
	/** Part of the path or of the id of the request. */
	readonly text?: string | undefined;
}

/** What cannot be looked for. */
export interface FilterProblem {
	readonly field: 'status' | 'permission' | 'after';
	readonly value: string;
}

/** What an address asks for, and what of it cannot be looked for. */
export function readFilter(query: URLSearchParams): {
	readonly filter: RequestFilter;
	readonly problems: readonly FilterProblem[];
} {
	const said = (name: string) => query.get(name)?.trim() || undefined;
	const status = said('status');
	const permission = said('permission');
	const after = said('after');
	const range = status === undefined ? undefined : rangeOf(status);
	const number = after === undefined ? undefined : numberOf(after);
	const isPermission = PERMISSION_NAMES.some((name) => name === permission);
	const problems: FilterProblem[] = [];
	if (range === null) problems.push({ field: 'status', value: status ?? '' });
	if (permission !== undefined && !isPermission) {
		problems.push({ field: 'permission', value: permission });
	}
	if (number === null) problems.push({ field: 'after', value: after ?? '' });
	return {
		filter: {
			status: range ?? undefined,
			permission,
			vehicle: said('vehicle'),
			after: number ?? undefined,
			text: said('q')
		},
		problems
	};
}

function rangeOf(text: string): { readonly from: number; readonly to: number } | null {
	if (/^[1-5]\d\d$/.test(text)) return { from: Number(text), to: Number(text) };
	const [, kind] = /^([1-5])xx$/i.exec(text) ?? [];
	if (kind === undefined) return null;
	return { from: Number(kind) * 100, to: Number(kind) * 100 + 99 };
}

/** Numbers of rows fit well into what a double counts. */
function numberOf(text: string): number | null {
	return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
