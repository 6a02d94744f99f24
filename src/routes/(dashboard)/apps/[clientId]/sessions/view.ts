import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';
import { FUNNEL_STEPS, type Asked, type FunnelStep } from '#lib/connect/funnel.ts';
import { ENDS } from './words.ts';
import * as words from './words.en.ts';

/** What the list of sessions is narrowed to; what is null counts not. */
export interface Narrowed {
	readonly end: string | null;
	/** Empty for everybody. */
	readonly user: string;
	/** Only the sessions of a link without `user`. */
	readonly withoutUser: boolean;
	/** The sessions that came to this step, or further. */
	readonly reached: FunnelStep | null;
	/** The sessions that came to this step, and no further. */
	readonly left: FunnelStep | null;
	readonly asked: Asked | null;
	/** Brand key, or `none`. */
	readonly brand: string | null;
	/** The sessions whose consent screen showed this permission as optional. */
	readonly seen: PermissionName | null;
	/** The sessions that granted the rest without it. */
	readonly refused: PermissionName | null;
}

/** What the address says. */
export interface View extends Narrowed {
	/** What the rows of the table of steps are. */
	readonly by: 'version' | 'brand';
	/** All rows of it, where there are many. */
	readonly all: boolean;
	readonly page: number;
	/** Edge of the page beside it; undefined where the page is told by its number alone. */
	readonly key?: string | undefined;
	/** Id of the session that is open. */
	readonly session: string | null;
}

/** Id of the list's heading, and of the heading of the table of steps. */
export const LIST = 'sessions';
export const PARTS = 'parts';

/** For the sessions in which no brand is known. */
export const NO_BRAND = 'none';

const NOTHING: Narrowed = {
	end: null,
	user: '',
	withoutUser: false,
	reached: null,
	left: null,
	asked: null,
	brand: null,
	seen: null,
	refused: null
};

export const EVERYTHING: View = { ...NOTHING, by: 'version', all: false, page: 1, session: null };

/** A parameter of the address with what it may say; a problem tells what else was said. */
interface Reader<T> {
	readonly read: (value: string) => T | null;
	readonly problem: (value: string) => string;
}

function oneOf<T extends string>(
	known: readonly T[],
	problem: (value: string) => string
): Reader<T> {
	return { read: (value) => known.find((one) => one === value) ?? null, problem };
}

const whole = (value: string) => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : null);

const READERS = {
	end: oneOf(
		ENDS.map(({ end }) => end),
		words.noSuchEnd
	),
	reached: oneOf(FUNNEL_STEPS, (value) => words.noSuchStep(value, FUNNEL_STEPS)),
	left: oneOf(FUNNEL_STEPS, (value) => words.noSuchStep(value, FUNNEL_STEPS)),
	asked: {
		read: (value) => (value === 'link' || value === 'sign-in' ? value : whole(value)),
		problem: words.noSuchVersion
	} satisfies Reader<Asked>,
	brand: {
		read: (value) => (value === NO_BRAND || /^[A-Z0-9_]{1,40}$/.test(value) ? value : null),
		problem: words.noSuchBrand
	} satisfies Reader<string>,
	seen: oneOf(PERMISSION_NAMES, words.noSuchPermission),
	refused: oneOf(PERMISSION_NAMES, words.noSuchPermission),
	page: { read: whole, problem: words.noPageNumber } satisfies Reader<number>
};

/** Names of the parameters, where they are called otherwise on screen. */
const NAMES = { asked: 'version' } as const;

/** Reads a view. What is wrong in the address counts as not given; `problem` says what it is. */
export function parseView(search: URLSearchParams): View & { readonly problem: string | null } {
	const problems: string[] = [];
	const read = <T>({ read, problem }: Reader<T>, name: string): T | null => {
		const value = search.get(name) ?? '';
		if (value === '') return null;
		const found = read(value);
		if (found === null) problems.push(problem(value));
		return found;
	};
	const user = search.get('user') ?? '';
	return {
		end: read(READERS.end, 'end'),
		user,
		withoutUser: user === '' && search.get('without_user') === 'true',
		reached: read(READERS.reached, 'reached'),
		left: read(READERS.left, 'left'),
		asked: read(READERS.asked, NAMES.asked),
		brand: read(READERS.brand, 'brand'),
		seen: read(READERS.seen, 'seen'),
		refused: read(READERS.refused, 'refused'),
		by: search.get('by') === 'brand' ? 'brand' : 'version',
		all: search.get('rows') === 'all',
		page: read(READERS.page, 'page') ?? 1,
		key: search.get('key') ?? undefined,
		session: search.get('session') || null,
		problem: problems[0] ?? null
	};
}

/** What of a view narrows the list, as the address has it. */
export function narrowing(view: Narrowed): readonly (readonly [name: string, value: string])[] {
	const { end, user, withoutUser, reached, left, asked, brand, seen, refused } = view;
	const given: readonly (readonly [string, string | number | null])[] = [
		['end', end],
		['user', user || null],
		['without_user', user === '' && withoutUser ? 'true' : null],
		['reached', reached],
		['left', left],
		[NAMES.asked, asked],
		['brand', brand],
		['seen', seen],
		['refused', refused]
	];
	return given.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const]));
}

/** The query of the page for a view; `?` alone for everything. */
export function formatView(view: View): string {
	const { by, all, page, key, session } = view;
	const query = new URLSearchParams(narrowing(view).map(([name, value]) => [name, value]));
	if (by === 'brand') query.set('by', by);
	if (all) query.set('rows', 'all');
	if (page > 1) query.set('page', String(page));
	if (page > 1 && key !== undefined) query.set('key', key);
	if (session !== null) query.set('session', session);
	return `?${query}`;
}

/** The list of a view on its page, past what stands above it. */
export function listHref(view: View): string {
	return `${formatView(view)}#${LIST}`;
}

/** The list narrowed to nothing but this; what is shown above it stays. */
export function onlyHref({ by, all }: View, narrowed: Partial<Narrowed>): string {
	return listHref({ ...EVERYTHING, by, all, ...narrowed });
}

/** Whether a link narrows the list to what it is narrowed to now; of all sessions nothing is said. */
export function isShown(view: View, narrowed: Partial<Narrowed>): boolean {
	const wanted = new Map(narrowing({ ...NOTHING, ...narrowed }));
	const shown = narrowing(view);
	return (
		shown.length > 0 &&
		shown.length === wanted.size &&
		shown.every(([name, value]) => wanted.get(name) === value)
	);
}

export interface Group<T> {
	/** Null for the sessions that name none. */
	readonly user: string | null;
	readonly sessions: readonly T[];
}

/**
 * Puts sessions of the same user together, in the order in which each user comes first. Where none of
 * them names one there is nothing to put together.
 */
export function groupByUser<T extends { readonly user: string | null }>(
	sessions: readonly T[]
): readonly Group<T>[] | null {
	if (sessions.every(({ user }) => user === null)) return null;
	const groups = new Map<string | null, T[]>();
	for (const session of sessions) {
		const group = groups.get(session.user);
		if (group) group.push(session);
		else groups.set(session.user, [session]);
	}
	return [...groups].map(([user, members]) => ({ user, sessions: members }));
}
