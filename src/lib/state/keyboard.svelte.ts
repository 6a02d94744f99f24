const STORAGE_KEY = 'valetkey:single-keys';

/** What the keyboard of this reader is like, and what it may do. */
class Keyboard {
	/** On Apple's systems commands are given with ⌘; unknown until the page runs. */
	apple = $state(false);
	/** Whether single characters such as `/` are shortcuts (WCAG 2.1.4). */
	singleKeys = $state(true);

	/** Reads the system and the reader's choice; only in a browser. */
	adopt(): void {
		this.apple = /mac|iphone|ipad/i.test(navigator.platform);
		try {
			this.singleKeys = localStorage.getItem(STORAGE_KEY) !== 'off';
		} catch {
			// Storage may be forbidden; single keys then stay on.
		}
	}

	allowSingleKeys(allowed: boolean): void {
		this.singleKeys = allowed;
		try {
			if (allowed) localStorage.removeItem(STORAGE_KEY);
			else localStorage.setItem(STORAGE_KEY, 'off');
		} catch {
			// Storage may be full or forbidden; the choice then lasts until the reload.
		}
	}
}

export const keyboard = new Keyboard();

const NOT_EDITED = ['checkbox', 'radio', 'button', 'submit', 'reset', 'image', 'range', 'color'];

/** Whether keys pressed on an element edit text there or choose by typing. */
export function isField(target: EventTarget | null): boolean {
	if (target instanceof HTMLInputElement) return !NOT_EDITED.includes(target.type);
	return (
		target instanceof HTMLTextAreaElement ||
		target instanceof HTMLSelectElement ||
		(target instanceof HTMLElement && target.closest('[contenteditable="true"]') !== null)
	);
}
