/** Some folders and files that are for one thing. */
export interface Room {
	readonly name: string;
	/** What it is for, in a few words. */
	readonly holds: string;
	/** Folders and files. Of two rooms that name the same file, the longer place counts. */
	readonly places: readonly string[];
	/** Rooms that it imports from; each stands above it in the table. */
	readonly may: readonly string[];
	/** Rooms below it that it still imports from. None comes in anew; one that ends is struck out. */
	readonly owes?: readonly string[];
	/** Packages that it may import. */
	readonly packages: RegExp;
	/** What of it weighs on a page is imported as types alone; HEAVY in parts.ts tells it. */
	readonly light?: boolean;
	/** Drawn, and not built yet. */
	readonly toCome?: boolean;
}

/** Files of a room that may more, or less, than the rest of it. */
export type Part = Partial<Pick<Room, 'may' | 'packages' | 'light'>> & { readonly files: RegExp };

const DATABASE = 'better-sqlite3|drizzle-orm|drizzle-kit|pg';
export const ANY = /^/;
export const NO_DATABASE = new RegExp(`^(?!(${DATABASE})(/|$))`);
export const NO_DATABASE_NO_NODE = new RegExp(`^(?!node:|(${DATABASE})(/|$))`);
/** Below the doors. */
export const NO_FRAMEWORK = /^(?!svelte(\/|$)|@sveltejs\/|\$app\/)/;
