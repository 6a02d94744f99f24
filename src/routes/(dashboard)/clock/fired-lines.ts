import { resolve } from '$app/paths';
import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import type { Context } from '#lib/server/context.ts';
import type { FiredList } from '#lib/server/fleet/fired.ts';
import { nameVehicles } from '#lib/server/fleet/names.ts';
import { formatRehearsal } from '../../rehearsal-time.ts';
import * as words from './words.en.ts';

/** What fired, as the page lists it: the first of it. */
export interface FiredLines {
	/** The newest first. */
	readonly lines: readonly {
		readonly time: string;
		readonly text: string;
		/** Page of the vehicle; null where no application is there to look at it with. */
		readonly href: string | null;
	}[];
	readonly count: number;
}

/** What happened, each with the way to its vehicle. */
export async function tellFired(context: Context, fired: FiredList): Promise<FiredLines> {
	const { listed, count } = fired;
	const [named, { names }] = await Promise.all([
		nameVehicles(
			context,
			listed.map(({ vehicleId }) => vehicleId)
		),
		listApplicationNames(context)
	]);
	const any = names[0]?.clientId ?? null;
	const lines = listed.map(({ at, vehicleId, event }) => {
		const vehicle = named.get(vehicleId);
		const clientId = vehicle?.clientId ?? any;
		const href =
			clientId === null
				? null
				: resolve('/(dashboard)/apps/[clientId]/vehicles/[vehicleId]', { clientId, vehicleId });
		return {
			time: formatRehearsal(at).short,
			text: words.fires(vehicle?.name ?? words.aVehicle, event),
			href
		};
	});
	return { lines: lines.toReversed(), count };
}
