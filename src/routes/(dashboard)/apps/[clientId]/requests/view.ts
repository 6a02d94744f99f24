/** What of the requests is shown; the page's address holds it. */
export interface View {
	readonly status: string;
	readonly permission: string;
	readonly vehicle: string;
	readonly q: string;
	/** Those that named no application, in place of its own. */
	readonly nobodys: boolean;
	/** Those before the one with this id; null for the newest. */
	readonly before: number | null;
	/** Id of the request that is open. */
	readonly open: number | null;
}

const Id = /^\d{1,15}$/;

export function readView(query: URLSearchParams): View {
	const said = (name: string) => (query.get(name) ?? '').trim().slice(0, 200);
	const id = (name: string) => (Id.test(said(name)) ? Number(said(name)) : null);
	return {
		status: said('status'),
		permission: said('permission'),
		vehicle: said('vehicle'),
		q: said('q'),
		nobodys: said('of') === 'none',
		before: id('before'),
		open: id('open')
	};
}

/** The query that shows a view; what is as usual is left out. */
export function formatView(view: Partial<View>): string {
	const { status, permission, vehicle, q, nobodys, before, open } = view;
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries({ status, permission, vehicle, q })) {
		if (value) query.set(name, value);
	}
	if (nobodys) query.set('of', 'none');
	if (before) query.set('before', String(before));
	if (open) query.set('open', String(open));
	return `?${query}`;
}
