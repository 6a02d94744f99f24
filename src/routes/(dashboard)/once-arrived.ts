import { navigating } from '$app/state';

/** What is known of where the window is going. */
interface Going {
	/** Settles once it is there, or goes somewhere else instead; null where it stays. */
	readonly complete: Promise<void> | null;
}

/**
 * Reads again what a page shows, after the window has come to where it is going: Kit takes a reading
 * for the newer wish, and whoever has just pressed a link would stay where they are.
 */
export async function onceArrived(read: () => unknown, going: Going = navigating): Promise<void> {
	let waitedFor: Going['complete'] = null;
	// Another link may have been pressed meanwhile.
	while (going.complete !== null && going.complete !== waitedFor) {
		waitedFor = going.complete;
		await waitedFor.catch(() => undefined);
	}
	await read();
}
