import type { DraftContent } from '#lib/access/draft-content.ts';
import type { NameRefusal } from '../application-name.ts';
import type { ClientIdRefusal } from '../client-ids.ts';
import type { AddRefusal } from '../redirect-uris.ts';

/** An application as a seed wants it. */
export interface WantedApplication {
	readonly name: string;
	readonly clientId: string;
	/** Null where the secrets that are there do. */
	readonly clientSecret: string | null;
	readonly redirectUris: readonly string[];
	/** Null where the draft is left alone. */
	readonly selected: DraftContent | null;
	/** Whether the selection shall be the current version. */
	readonly publish: boolean;
	/** That the version is kept with, where one is published. */
	readonly reason: string;
}

/** Why one application cannot be as it is wanted. */
export type SeedFault =
	| NameRefusal
	| ClientIdRefusal
	| Exclude<AddRefusal, { code: 'uri-registered' }>
	| { readonly code: 'too-many-secrets'; readonly data: { readonly limit: number } }
	/** The seed wants it twice; first at this place. */
	| { readonly code: 'client-id-twice'; readonly data: { readonly first: number } }
	| { readonly code: 'too-many-applications'; readonly data: { readonly limit: number } }
	/** There is no permission in what shall be published. */
	| { readonly code: 'empty' };

/** A fault with its place: of the application in the seed, and of the redirect URI in its list. */
export interface PlacedFault {
	readonly application: number;
	readonly redirectUri: number | null;
	readonly fault: SeedFault;
}

/** What became of one application of a seed. */
export interface SeededApplication {
	readonly clientId: string;
	readonly name: string;
	readonly change: 'created' | 'updated' | 'unchanged';
	/** Kept, and not published, where somebody edited it since the last seed. */
	readonly draft: 'written' | 'unchanged' | 'kept';
	/** Number of the current version; null before the first. */
	readonly version: number | null;
}
