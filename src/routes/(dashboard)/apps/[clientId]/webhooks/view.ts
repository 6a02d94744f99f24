import type {
	DeliveryFilter,
	EventState,
	EventType
} from '#lib/server/webhooks/deliveries/filter.ts';
import type { DeliveryEdge } from '#lib/server/webhooks/deliveries/list.ts';

/** What of the page is shown and open; its address holds it. */
export interface WebhooksView extends DeliveryFilter {
	/** Id of the webhook; null for the first. */
	readonly webhook: string | null;
	/** Where the list begins. */
	readonly edge: DeliveryEdge;
	/** Event id of the delivery that is open. */
	readonly delivery: string | null;
	/** Which of its attempts is looked at, from 1; null for the last. */
	readonly attempt: number | null;
	/** A signature that somebody computed. */
	readonly received: string;
	/** Own id of the vehicle of which nothing was told. */
	readonly about: string | null;
	/** The moment of that, as somebody wrote it; empty for now. */
	readonly moment: string;
}

/** Nobody computes a signature that is longer, or writes a time so. */
const LONGEST = 300;
const LONGEST_TIME = 60;

/** Reads a view from the page's address; what is missing or wrong there is as usual. */
export function readView(search: URLSearchParams): WebhooksView {
	const number = (name: string) => {
		const [digits] = /^\d{1,15}$/.exec(search.get(name) ?? '') ?? [];
		return digits === undefined ? null : Number(digits);
	};
	// No database has a text that holds the first of these signs.
	const text = (name: string) => search.get(name)?.replaceAll('\0', '\uFFFD') || null;
	const [older, newer] = [number('older'), number('newer')];
	return {
		webhook: text('webhook'),
		state: STATES.find((state) => state === search.get('state')) ?? null,
		type: TYPES.find((type) => type === search.get('type')) ?? null,
		vehicleId: text('vehicle'),
		edge: edgeOf(older, newer),
		delivery: text('delivery'),
		attempt: number('attempt'),
		received: (search.get('received') ?? '').slice(0, LONGEST),
		about: text('about'),
		moment: (search.get('moment') ?? '').slice(0, LONGEST_TIME)
	};
}

export const STATES: readonly EventState[] = ['waiting', 'delivered', 'dropped'];
export const TYPES: readonly EventType[] = ['VERIFY', 'VEHICLE_STATE', 'VEHICLE_ERROR'];

function edgeOf(older: number | null, newer: number | null): DeliveryEdge {
	if (older !== null) return { side: 'older', than: older };
	return newer === null ? null : { side: 'newer', than: newer };
}

/** The fields by which a view is told; what is as usual is left out. */
export function fieldsOf(view: Partial<WebhooksView>): readonly (readonly [string, string])[] {
	const { webhook, state, type, vehicleId, edge, delivery, attempt, received, about, moment } =
		view;
	const fields: readonly (readonly [string, string | null | undefined])[] = [
		['webhook', webhook],
		['state', state],
		['type', type],
		['vehicle', vehicleId],
		[edge?.side ?? 'older', edge && String(edge.than)],
		['delivery', delivery],
		['attempt', attempt == null ? null : String(attempt)],
		['received', received],
		['about', about],
		['moment', moment]
	];
	return fields.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** The query that shows a view. */
export function formatView(view: Partial<WebhooksView>): string {
	return `?${new URLSearchParams(fieldsOf(view).map(([name, value]) => [name, value]))}`;
}

/** The same view with nothing open in it. */
export function closed(view: WebhooksView): WebhooksView {
	return { ...view, delivery: null, attempt: null, received: '' };
}
