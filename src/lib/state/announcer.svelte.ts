import { createContext } from 'svelte';

/** Speaks through one polite live region, so that a change is heard as well as seen. */
export class Announcer {
	current = $state('');

	say(message: string): void {
		// The same words twice are only read twice when the text changes in between.
		this.current = this.current === message ? `${message}\u00a0` : message;
	}
}

export const [getAnnouncer, setAnnouncer] = createContext<Announcer>();
