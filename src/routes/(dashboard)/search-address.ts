import { beforeNavigate } from '$app/navigation';
import { TypedText } from './typed-text.ts';

/** Quiet time in milliseconds before a search is written into the address. */
const DELAY = 250;

interface SearchAddress {
	/** Takes what is typed; it is written once the typing pauses. */
	type(text: string): void;
	/** The text to search for, by what the address says. */
	shown(asked: string): string;
}

/** Writes what was typed and is not written yet. */
let unwritten: (() => Promise<void>) | null = null;

/** Writes at once what waits for the typing to pause, so that no address changes after what comes now. */
export async function writeSearch(): Promise<void> {
	await unwritten?.();
}

/**
 * Lets what is searched for on a page be written into its address. To be called while the page is made.
 */
export function keepInAddress(write: (text: string) => Promise<void>): SearchAddress {
	const search = new TypedText();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const forget = () => {
		clearTimeout(timer);
		if (unwritten === writeNow) unwritten = null;
	};
	const writeNow = () => {
		forget();
		return write(search.write());
	};
	// Who is on the way elsewhere must not be called back.
	beforeNavigate(forget);
	return {
		type(text) {
			search.type(text);
			clearTimeout(timer);
			timer = setTimeout(() => void writeNow(), DELAY);
			unwritten = writeNow;
		},
		shown: (asked) => search.shown(asked)
	};
}
