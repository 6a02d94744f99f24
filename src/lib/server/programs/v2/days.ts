import { quote } from '#lib/access/characters.ts';
import type { Days } from '#lib/vehicles/api-v2/reading.ts';

export type ReadDays =
	| (Days & { readonly ok: true })
	| { readonly ok: false; readonly problem: { readonly field: string; readonly message: string } };

/** Names that the documents and the SDKs have for the two ends of a span. */
const FROM = ['start_date', 'startDate'];
const UNTIL = ['end_date', 'endDate'];

const DATE = /^\d{4}-\d\d-\d\d$/;
const LAST_MOMENT = 24 * 60 * 60 * 1000 - 1;

/** The days that a query narrows a list down to; the last one counts as a whole. */
export function readDays(query: URLSearchParams): ReadDays {
	const [from, until] = [FROM, UNTIL].map((names) => dateIn(query, names));
	for (const read of [from, until]) if (read && !read.ok) return read;
	return {
		ok: true,
		from: from?.ok ? from.at : null,
		until: until?.ok && until.at !== null ? until.at + (until.whole ? LAST_MOMENT : 0) : null
	};
}

function dateIn(query: URLSearchParams, names: readonly string[]) {
	const field = names.find((name) => query.get(name));
	const text = field === undefined ? null : query.get(field);
	// The word is what the Node SDK writes where nobody gave it a date.
	if (field === undefined || text === null || text === 'undefined') {
		return { ok: true, at: null, whole: false } as const;
	}
	const at = /^\d{4}-\d\d/.test(text) ? Date.parse(text) : NaN;
	if (Number.isNaN(at)) {
		const message = `${quote(text)} is no date; write one as 2026-11-26.`;
		return { ok: false, problem: { field, message } } as const;
	}
	return { ok: true, at, whole: DATE.test(text) } as const;
}
