import { permissionText, type PermissionTexts } from '#lib/access/owner-words/permission-texts.ts';
import { isPermissionName } from '#lib/access/permission.ts';
import type { TakenThing } from '#lib/owners/take-back.ts';
import type { OwnersApplication } from '#lib/server/owners/reach/find-application.ts';
import { reachedBy } from './application.ts';

/** What an address names to be taken back: a permission, or else the connection of a vehicle. */
export function thingAt(what: string): TakenThing {
	return isPermissionName(what) ? { permission: what } : { connectionId: what };
}

/** How an owner calls it; null where it is a vehicle that the application never reached. */
export function thingName(
	{ vehicles }: OwnersApplication,
	thing: TakenThing,
	texts: PermissionTexts | null
): string | null {
	if ('permission' in thing) return permissionText(thing.permission, texts).label;
	return vehicles.find(({ id }) => id === thing.connectionId)?.name ?? null;
}

/** What a page is told to say after something was taken back. */
const TOLD = ['taken', 'before'] as const;

/** What is said of something that was taken back; nothing is said that does not hold. */
export interface Told {
	/** Just now, or before that already. */
	readonly how: (typeof TOLD)[number];
	readonly what: string;
}

/** What the address of an application's page tells, as far as it is so. */
export function toldIn(
	{ searchParams }: URL,
	application: OwnersApplication,
	texts: PermissionTexts | null
): Told | null {
	for (const how of TOLD) {
		const asked = searchParams.get(how);
		const thing = asked === null ? null : thingAt(asked);
		const what = thing && thingName(application, thing, texts);
		if (!thing || what === null || isHeld(application, thing)) continue;
		// Anybody may write such an address.
		return { how: wasTakenBack(application, thing) ? how : 'before', what };
	}
	return null;
}

function wasTakenBack({ notGiven, vehicles }: OwnersApplication, thing: TakenThing): boolean {
	if ('permission' in thing) return notGiven.get(thing.permission)?.how === 'taken-back';
	const by = vehicles.find(({ id }) => id === thing.connectionId)?.ending?.by;
	return by === 'you' || by === 'another';
}

function isHeld(application: OwnersApplication, thing: TakenThing): boolean {
	return reachedBy(application).some(({ id, granted, isDamaged }) =>
		'permission' in thing
			? isDamaged || granted.includes(thing.permission)
			: id === thing.connectionId
	);
}
