import { beforeNavigate } from '$app/navigation';

/** Quiet time in milliseconds before a search is written into the address. */
const DELAY = 250;

/**
 * Lets what is searched for on a page be written into its address once the typing pauses. To be
 * called while the page is made.
 *
 * @returns takes what writes it; one that comes before the pause replaces the last
 */
export function keepInAddress(): (write: () => void) => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	// Who is on the way elsewhere must not be called back.
	beforeNavigate(() => clearTimeout(timer));
	return (write) => {
		clearTimeout(timer);
		timer = setTimeout(write, DELAY);
	};
}
