import { tick } from 'svelte';

/**
 * Gives the focus on where what had it went with its own press: to what is left of its place, else
 * to the heading of the page.
 */
export async function focusAgain(place: Element | null): Promise<void> {
	await tick();
	if (document.activeElement !== document.body) return;
	const left = place?.isConnected ? place.querySelector<HTMLElement>('a[href], button') : null;
	(left ?? document.querySelector<HTMLElement>('main h1'))?.focus({ preventScroll: true });
}
