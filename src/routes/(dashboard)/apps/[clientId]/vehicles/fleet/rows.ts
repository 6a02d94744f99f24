import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { sandboxPath } from '#lib/access/connect-url/sandbox-link.ts';
import type { FleetVehicle } from '#lib/server/fleet/fleet-page.ts';
import type { PowertrainFilter } from '#lib/access/kept.ts';
import { formatList } from '#lib/access/language/english.ts';
import { keptOut } from '#lib/access/powertrain-filter.ts';
import { instantOf } from '#lib/vehicles/instant/instant.ts';
import type { Doing } from '#lib/vehicles/trail/schema.ts';
import { doingOf, levelAt } from '#lib/vehicles/trail/step.ts';
import { cellOf, type Cell } from '../cells/cells.ts';
import * as common from '../common/words.en.ts';
import * as words from '../words.en.ts';

/** Why a vehicle has no cells, and the one act that helps. */
interface Way {
	readonly text: string;
	readonly label: string;
	readonly href: string;
	/** It leads to Connect, which is no page of the dashboard. */
	readonly leaves: boolean;
}

export interface Row {
	readonly id: string;
	/** Brand, model and year. */
	readonly name: string;
	readonly model: string;
	readonly year: number;
	readonly powertrain: string;
	readonly doing: Doing;
	readonly now: string;
	/** What each item would answer; null where the vehicle is not connected. */
	readonly cells: readonly Cell[] | null;
	readonly way: Way | null;
}

/** What ways lead by. */
interface Places {
	readonly clientId: string;
	readonly filter: PowertrainFilter | null;
	readonly settings: string;
	readonly publish: string;
	/** Without a version a link asks for nothing. */
	readonly isPublished: boolean;
}

export function rowOf(
	{ vehicle, name, brand, username, reach }: FleetVehicle,
	items: readonly CatalogItem[],
	places: Places
): Row {
	const { profile, life } = vehicle;
	const doing = doingOf(life.state);
	return {
		id: vehicle.id,
		name,
		model: `${brand} ${vehicle.model}`,
		year: vehicle.year,
		powertrain: profile.powertrain ?? words.unknown,
		doing,
		now: nowOf(vehicle, doing),
		cells: reach && items.map((item) => cellOf(reach.facts, vehicle, item)),
		way: reach ? null : wayOf(vehicle, username, places)
	};
}

export function nowOf({ life }: Pick<FleetVehicle['vehicle'], 'life'>, doing: Doing): string {
	if (doing !== 'charging') return common.DOINGS[doing];
	const percent = levelAt(instantOf(life.state, life.state.time));
	return words.chargingAt(String(Math.floor(percent)));
}

function wayOf(
	{ make, vin, profile }: FleetVehicle['vehicle'],
	username: string,
	places: Places
): Way {
	const { clientId, filter, settings, publish, isPublished } = places;
	const out = keptOut(filter, profile.powertrain);
	if (out) {
		const text = out.unknown ? words.keptOutUnknown : words.keptOut(formatList(out.wanted));
		return { text, label: words.changeFilter, href: `${settings}#filter`, leaves: false };
	}
	const text = words.notConnected(username);
	if (!isPublished) return { text, label: words.publishFirst, href: publish, leaves: false };
	const parameters = {
		clientId,
		make,
		singleSelectVin: vin,
		singleSelect: 'true',
		mode: 'simulated'
	};
	return { text, label: common.connectIt, href: sandboxPath(parameters), leaves: true };
}
