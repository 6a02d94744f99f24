import type { PermissionName } from '#lib/access/permission.ts';
import * as words from './words.en.ts';

/** Query parameter that holds the refused set: `?refuse=read_location+read_vin`. */
export const REFUSE = 'refuse';

/** Query parameter that says of how many permissions the listed sets are. */
export const SIZE = 'size';

/** Query parameter that says whether the current version is shown instead of the draft. */
export const OF = 'of';
export const VERSION = 'version';

/** Words of an address that are named when they are refused. */
const MAX_NAMED = 3;

/** What the address says: a set that is tried, and which sets are listed. */
export interface View {
	/** Words as they stand in the address, each once. */
	readonly refuse: readonly string[];
	/** 0 when the address does not say. */
	readonly size: number;
	readonly ofVersion: boolean;
}

/** Reads a view; a form without JavaScript writes one parameter for each ticked box. */
export function parseView(search: URLSearchParams): View {
	const words = search.getAll(REFUSE).flatMap((value) => value.split(/\s+/));
	const size = Number(/^\d{1,2}$/.exec(search.get(SIZE) ?? '')?.[0] ?? 0);
	return {
		refuse: [...new Set(words.filter(Boolean))],
		size,
		ofVersion: search.get(OF) === VERSION
	};
}

/** The query of the page for a view; `?` alone when the view says nothing. */
export function formatView({ refuse, size, ofVersion }: View): string {
	const query = new URLSearchParams();
	if (refuse.length > 0) query.set(REFUSE, refuse.join(' '));
	if (size > 0) query.set(SIZE, String(size));
	if (ofVersion) query.set(OF, VERSION);
	return `?${query}`;
}

export interface TriedSet {
	/** In scope order. */
	readonly refused: readonly PermissionName[];
	/** What is wrong with the set and what to do instead; null when an owner could refuse it. */
	readonly problem: string | null;
}

/** Holds the words of an address against what an owner can refuse. */
export function checkTriedSet(
	typed: readonly string[],
	optional: readonly PermissionName[],
	required: readonly PermissionName[]
): TriedSet {
	const refused = optional.filter((name) => typed.includes(name));
	const locked = required.filter((name) => typed.includes(name));
	const unknown = typed.filter((word) => ![...optional, ...required].some((name) => name === word));
	if (unknown.length > 0) {
		return { refused, problem: words.notAsked(unknown.slice(0, MAX_NAMED), unknown.length) };
	}
	if (locked.length > 0) {
		return { refused, problem: words.isRequired(locked.slice(0, MAX_NAMED), locked.length) };
	}
	if (required.length === 0 && refused.length === optional.length && refused.length > 0) {
		return { refused, problem: words.oneHasToStay };
	}
	return { refused, problem: null };
}
