import type { CatalogItem } from '../catalog/schema.ts';
import type { Joined } from './joined.ts';
import type { Lexed } from './lex.ts';
import type { Syntax } from './language.ts';

/** A file of a program as it is read for what it calls. */
export interface Source extends Lexed {
	readonly text: string;
	readonly syntax: Syntax;
	readonly joined: readonly Joined[];
	/** Whether it speaks of the platform, so that words as common as `lock` mean a vehicle’s. */
	readonly isAboutIt: boolean;
	/** Whether it asks for several things of a vehicle in one request. */
	readonly batches: boolean;
	/** Whether its addresses are those of API v3, where one does not say so itself. */
	readonly isV3: boolean;
}

/** Why it cannot be told what a call is for. */
export type Unclear =
	/** It reads all signals at once. */
	| { readonly kind: 'all-signals' }
	/** What is read stands elsewhere. */
	| { readonly kind: 'open' }
	/** There is no signal of this code. */
	| { readonly kind: 'no-such-signal'; readonly nearest: string | null };

/** A place of a program that calls the API. */
export interface FoundCall {
	/** In the file, and how many line breaks later. */
	readonly at: number;
	readonly breaks: number;
	/** As it stands there, shortened. */
	readonly from: string;
	readonly called:
		| { readonly kind: 'items'; readonly items: readonly CatalogItem[] }
		| { readonly kind: 'unclear'; readonly why: Unclear };
}

const LONGEST_SHOWN = 80;

export function foundCall(
	{ at, breaks = 0, from }: { at: number; breaks?: number; from: string },
	called: FoundCall['called']
): FoundCall {
	const shown = from.replaceAll('\0', '…').replace(/\s+/g, ' ').trim();
	const short = shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN - 1)}…` : shown;
	return { at, breaks, from: short, called };
}
