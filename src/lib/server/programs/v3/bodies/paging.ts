import type { Style } from '../style.ts';

/** One page of a list: which, how large, and how many there are on all. */
export interface ListPage {
	readonly number: number;
	readonly size: number;
	readonly total: number;
}

/** Numbers and links of a page; each link repeats the filters that hold. */
export function pagingOf(
	{ dialect, base }: Style,
	path: string,
	{ number, size, total }: ListPage,
	filters: readonly (readonly [name: string, value: string])[]
): { readonly meta: object; readonly links: object } {
	const last = Math.max(Math.ceil(total / size), 1);
	const to = (page: number) => `${base}${path}?${queryOf(page, size, filters)}`;
	const prev = number > 1 ? to(Math.min(number - 1, last)) : null;
	const next = number < last ? to(number + 1) : null;
	const [self, first] = [to(number), to(1)];
	if (dialect === '2025') {
		return {
			meta: { page: number, pageSize: size, totalCount: total },
			links: { self, first, previous: prev, next, last: to(last) }
		};
	}
	return {
		meta: {
			pageNumber: number,
			pageSize: size,
			totalCount: total,
			orderBy: 'createdAt',
			orderDirection: 'DESC'
		},
		links: { self, first, last: to(last), next, prev }
	};
}

function queryOf(
	page: number,
	size: number,
	filters: readonly (readonly [name: string, value: string])[]
): URLSearchParams {
	return new URLSearchParams([
		['page[number]', String(page)],
		['page[size]', String(size)],
		...filters.map(([name, value]) => [name, value])
	]);
}
