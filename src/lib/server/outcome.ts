/** What somebody else deleted meanwhile. */
export type Deleted =
	| 'application'
	| 'connection'
	| 'delivery'
	| 'machine-client'
	| 'redirect-uri'
	| 'secret'
	| 'subscription'
	| 'version'
	| 'webhook';

export interface Gone {
	readonly ok: false;
	readonly kind: 'gone';
	readonly what: Deleted;
}

/** Why nothing was done: a code of a closed union, the field it is about, and what its words need. */
export interface Refusal {
	readonly code: string;
	readonly field?: string;
	readonly data?: Readonly<Record<string, unknown>>;
}

export type Refused<R extends Refusal> = R extends Refusal
	? { readonly ok: false; readonly kind: 'refused' } & Readonly<R>
	: never;

/** Somebody else was faster; `now` is what stands. */
export interface Stale<Now> {
	readonly ok: false;
	readonly kind: 'stale';
	readonly now: Now;
}

/** What became of a change. The doors find the words for it, each in its own dialect. */
export type Outcome<Done extends object = object, R extends Refusal = never> =
	({ readonly ok: true } & Readonly<Done>) | Gone | Refused<R>;

export const OK = { ok: true } as const;

export function gone(what: Deleted): Gone {
	return { ok: false, kind: 'gone', what };
}

export function refuse<const R extends Refusal>(refusal: R) {
	return { ok: false, kind: 'refused', ...refusal } as const;
}

export function stale<Now>(now: Now): Stale<Now> {
	return { ok: false, kind: 'stale', now };
}
