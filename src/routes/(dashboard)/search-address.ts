import { beforeNavigate, goto } from '$app/navigation';

/** Quiet time in milliseconds before a search is written into the address. */
const DELAY = 250;

/**
 * Keeps what is searched for on a page in its address, once the typing pauses. To be called while
 * the page is made.
 *
 * @returns takes the address to write; one that comes before the pause replaces the last
 */
export function keepInAddress(): (address: () => string) => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	// Who is on the way elsewhere must not be called back.
	beforeNavigate(() => clearTimeout(timer));
	return (address) => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			void goto(address(), { replaceState: true, keepFocus: true, noScroll: true });
		}, DELAY);
	};
}
