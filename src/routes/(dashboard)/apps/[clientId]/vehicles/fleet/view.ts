/** Tabs of the fleet: kinds of powertrains, `unknown` where none is told. */
export const POWERTRAINS = ['BEV', 'PHEV', 'HEV', 'ICE', 'unknown'] as const;

type Powertrain = (typeof POWERTRAINS)[number];

/** What of the fleet is shown; the page's address holds it. */
export interface FleetView {
	/** Null for all. */
	readonly powertrain: Powertrain | null;
	/** Part of a name, a VIN or an account; empty for all. */
	readonly search: string;
	/** Only items that need this permission; empty for all. */
	readonly permission: string;
	/** From 1. */
	readonly page: number;
	/** Edge of the page beside it; undefined where the page is told by its number alone. */
	readonly key?: string | undefined;
}

/** Reads a view from the page's address; what is missing or wrong there is as usual. */
export function readView(search: URLSearchParams): FleetView {
	const [page] = /^\d{1,6}$/.exec(search.get('page') ?? '') ?? [];
	return {
		powertrain: POWERTRAINS.find((known) => known === search.get('powertrain')) ?? null,
		search: (search.get('q') ?? '').trim().slice(0, 100),
		permission: search.get('permission') ?? '',
		page: Math.max(1, Number(page ?? 1)),
		key: search.get('key') ?? undefined
	};
}

/** The query that shows a view; what is as usual is left out. */
export function formatView(view: Partial<FleetView>): string {
	const { powertrain, search, permission, page = 1, key } = view;
	const query = new URLSearchParams();
	if (powertrain) query.set('powertrain', powertrain);
	if (search) query.set('q', search);
	if (permission) query.set('permission', permission);
	if (page > 1) query.set('page', String(page));
	if (page > 1 && key !== undefined) query.set('key', key);
	return `?${query}`;
}

/** As the catalog of vehicles says it: undefined for all, null where it is not known. */
export function powertrainOf({ powertrain }: FleetView) {
	return powertrain === 'unknown' ? null : (powertrain ?? undefined);
}
