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

/**
 * Lets what is searched for on a page be written into its address. To be called while the page is made.
 */
export function keepInAddress(write: (text: string) => void): SearchAddress {
	const search = new TypedText();
	let timer: ReturnType<typeof setTimeout> | undefined;
	// Who is on the way elsewhere must not be called back.
	beforeNavigate(() => clearTimeout(timer));
	return {
		type(text) {
			search.type(text);
			clearTimeout(timer);
			timer = setTimeout(() => write(search.write()), DELAY);
		},
		shown: (asked) => search.shown(asked)
	};
}
