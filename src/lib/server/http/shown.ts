import type { RequestEvent } from '@sveltejs/kit';

/** What a page shows to whoever asks: pages that show the same are the same page. */
export interface Shown {
	/** All that the page depends on beside its address's route, of what JSON can say. */
	readonly what: unknown;
	/** What of this request stands in the page beside that, in the same order each time. */
	readonly changing: readonly string[];
}

/** Reads what a page shows. Where it shows none, this throws, and so will its load. */
type Look = (event: RequestEvent) => Promise<Shown>;

const looks = new Map<string, Look>();

/** Tells, once the page of a route is loaded, what it shows before it is rendered. */
export function tellShown(routeId: string, look: Look): void {
	looks.set(routeId, look);
}

/** Null where the page tells nothing, or was not asked for yet. */
export async function shownBy(event: RequestEvent): Promise<Shown | null> {
	const look = looks.get(event.route.id ?? '');
	return look ? look(event).catch(() => null) : null;
}
