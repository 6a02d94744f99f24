import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { readDraft } from '#lib/server/configurations/drafts.ts';
import { latestVersion } from '#lib/server/configurations/versions.ts';
import type { Context } from '#lib/server/context.ts';
import { newSeed, vehicleToBe, type VehicleToBe } from '#lib/server/fleet/add-vehicle.ts';
import { withName } from '#lib/server/connect/vehicle-name.ts';
import { isCapable } from '#lib/vehicles/call/capable.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import { itemsOf, supportsOf } from '../[vehicleId]/about/supports.ts';
import { NewVehicle, toAdd } from './form.ts';
import * as common from '../common/words.en.ts';
import * as words from './words.en.ts';

/** What comes out of what is typed. */
export interface Outcome {
	/** Brand, model and year; null where nothing would be added. */
	readonly name: string | null;
	/** What of it is known beforehand. */
	readonly rows: readonly {
		readonly label: string;
		readonly value: string;
		readonly code: boolean;
	}[];
	/** Why nothing would be added. */
	readonly error: string | null;
}

/** What the form holds, as its page's address says it. */
export function typedIn(query: URLSearchParams): Readonly<Record<string, string>> {
	return { make: 'VOLKSWAGEN', seed: newSeed(), ...Object.fromEntries(query) };
}

/** Of the current version; before the first, of the draft. */
export async function selectedItems(
	context: Context,
	clientId: string
): Promise<readonly CatalogItem[]> {
	const of = (await latestVersion(context, clientId)) ?? (await readDraft(context, clientId));
	return itemsOf(of?.selection ?? []);
}

/** @param items that are selected, for how many of them it would have */
export function outcomeOf(
	typed: Readonly<Record<string, string>>,
	items: readonly CatalogItem[]
): Outcome {
	const read = NewVehicle.safeParse(typed);
	if (!read.success) return nothing(read.error.issues[0]?.message ?? words.unreadable);
	if (read.data.by === 'vin' && read.data.vin === undefined) return nothing(words.vinMissing);
	const toBe = vehicleToBe(toAdd(read.data));
	return typeof toBe === 'string' ? nothing(words.NOT_ADDED[toBe]) : described(toBe, items);
}

function nothing(error: string): Outcome {
	return { name: null, rows: [], error };
}

function described({ vehicle, login }: VehicleToBe, items: readonly CatalogItem[]): Outcome {
	const able = { make: vehicle.make, profile: profileOf(vehicle.profile) };
	const [signals, commands] = supportsOf(able, [], null).shares;
	const has = items.filter((item) => isCapable(able, item)).length;
	const row = (label: string, value: string, code = false) => ({ label, value, code });
	return {
		name: withName(vehicle).name,
		rows: [
			row(words.vin, vehicle.vin, true),
			row(words.accountToUse, login.username, true),
			row(words.password, words.anyPassword),
			row(words.powertrain, able.profile.powertrain ?? words.POWERTRAINS.unknown),
			row(
				words.supports,
				words.signalsAndCommands(
					common.xOfY(signals?.count ?? 0, signals?.total ?? 0),
					common.xOfY(commands?.count ?? 0, commands?.total ?? 0)
				)
			),
			...(items.length === 0
				? []
				: [row(words.ofSelected(items.length), words.someOf(has, items.length))])
		],
		error: null
	};
}
