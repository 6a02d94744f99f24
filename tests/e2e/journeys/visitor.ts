/** What a person means on a page: by what it is, and how it is called there. */
export interface Target {
	readonly role: 'button' | 'link' | 'textbox' | 'searchbox' | 'checkbox' | 'switch';
	/** Its accessible name, whole unless it is a pattern; none for the only one of its role. */
	readonly name?: string | RegExp;
	/** A selector of what it is in. */
	readonly within?: string;
}

/**
 * Somebody with a browser, whichever it is: the journeys beside this are told to one, and taken in each.
 * What is acted on is waited for.
 */
export interface Visitor {
	/** Goes to an address, until the page has run its scripts. */
	open(address: string): Promise<void>;
	/** Goes to an address in a window of its own, so that what this one still loads is not cut off. */
	openBeside(address: string): Promise<Visitor>;
	/** Where the visitor is. */
	address(): string;
	click(target: Target): Promise<void>;
	/** Writes a text into a field, in place of what stands there. */
	fill(target: Target, text: string): Promise<void>;
	/** Presses keys one after the other; `Control+z` is a chord. */
	press(...keys: string[]): Promise<void>;
	type(text: string): Promise<void>;
	/** Presses a key, Tab by default, until the target has the focus. */
	tabTo(target: Target, key?: string): Promise<void>;
	/** Text of the first element that a selector finds, as it is shown; empty while there is none. */
	textOf(selector: string): Promise<string>;
	/** What a link leads to. */
	leadsTo(target: Target): Promise<string>;
	/** What was copied last. */
	copied(): Promise<string>;
	/** By how many pixels the page is wider than its window. */
	overflow(): Promise<number>;
}

export const button = (name: string): Target => ({ role: 'button', name });
export const link = (name: string | RegExp): Target => ({ role: 'link', name });
export const field = (name: string): Target => ({ role: 'textbox', name });

export const row = (code: string): string => `[data-code="${code}"]`;
export const rowBox = (code: string): Target => ({ role: 'checkbox', within: row(code) });
export const rowSwitch = (code: string): Target => ({ role: 'switch', within: row(code) });

/** What is asked while one page goes and the next one comes has no answer. */
export async function orElse<T>(without: T, ask: () => Promise<T>): Promise<T> {
	try {
		return await ask();
	} catch {
		return without;
	}
}

/** A hundred stops are too many for anyone. */
const MOST_STOPS = 100;

/** @throws {Error} when the key does not lead there. */
export async function reach(
	press: () => Promise<void>,
	isFocused: () => Promise<boolean>
): Promise<void> {
	for (let stop = 0; stop < MOST_STOPS; stop++) {
		if (await isFocused()) return;
		await press();
	}
	throw new Error('The element cannot be reached by this key');
}
