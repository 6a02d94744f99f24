import { resolve } from '$app/paths';
import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import type { Context } from '#lib/server/context.ts';
import type { Fired, FiredList } from '#lib/server/fleet/fired.ts';
import { nameVehicles } from '#lib/server/fleet/names.ts';
import { formatRehearsal } from '../../rehearsal-time.ts';
import * as words from './words.en.ts';

/** What fired, as the page lists it: the first of it. */
export interface FiredLines {
	/** The newest first. */
	readonly lines: readonly {
		readonly time: string;
		readonly text: string;
		/** Page of what it happened to; null where no application is there to look at it with. */
		readonly href: string | null;
	}[];
	readonly count: number;
}

/** What happened, each with the way to what it happened to. */
export async function tellFired(context: Context, fired: FiredList): Promise<FiredLines> {
	const { listed, count } = fired;
	const ids = listed.flatMap((one) => ('vehicleId' in one ? [one.vehicleId] : []));
	const [vehicles, { names }] = await Promise.all([
		nameVehicles(context, ids),
		listApplicationNames(context)
	]);
	const any = names[0]?.clientId ?? null;
	const applications = new Map(names.map(({ clientId, name }) => [clientId, name]));
	const lines = listed.map((one) => {
		const time = formatRehearsal(one.at).short;
		if (!('vehicleId' in one)) {
			const name = applications.get(one.clientId) ?? words.anApplication;
			return { time, text: words.ends(one.event, name), href: placeOf(one) };
		}
		const { vehicleId, event } = one;
		const vehicle = vehicles.get(vehicleId);
		const clientId = vehicle?.clientId ?? any;
		const href =
			clientId === null
				? null
				: resolve('/(dashboard)/apps/[clientId]/vehicles/[vehicleId]', { clientId, vehicleId });
		return { time, text: words.fires(vehicle?.name ?? words.aVehicle, event), href };
	});
	return { lines: lines.toReversed(), count };
}

type Ended = Exclude<Fired, { readonly vehicleId: string }>;

/** Where what came to its end is seen. */
function placeOf(ended: Ended): string {
	const { clientId } = ended;
	switch (ended.event) {
		case 'machine-token-ends':
			return resolve('/(dashboard)/apps/[clientId]/credentials', { clientId });
		case 'connection-expires': {
			const page = resolve('/(dashboard)/apps/[clientId]/connections', { clientId });
			return `${page}?${new URLSearchParams({ connection: ended.connectionId })}`;
		}
		default:
			return resolve('/(dashboard)/apps/[clientId]/sessions', { clientId });
	}
}
