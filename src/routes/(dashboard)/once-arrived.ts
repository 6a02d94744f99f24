import { navigating } from '$app/state';

/**
 * Reads again what a page shows, after the window has come to where it is going: Kit takes a reading
 * for the newer wish, and whoever has just pressed a link would stay where they are.
 */
export async function onceArrived(read: () => Promise<unknown>): Promise<void> {
	await navigating.complete?.catch(() => undefined);
	await read();
}
