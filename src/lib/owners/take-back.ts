import type { PermissionName } from '#lib/access/permission.ts';
import { whatItGets, type Given } from './what-it-gets.ts';

/** The one thing that an owner takes back of an application. */
export type TakenThing =
	| { readonly permission: PermissionName }
	/** One vehicle, by its connection: one that was connected anew meanwhile is another. */
	| { readonly connectionId: string };

/** What an application has of one vehicle. */
export interface Held extends Given {
	/** Of the connection. */
	readonly id: string;
	/** Whether what was asked and granted cannot be read. */
	readonly isDamaged: boolean;
}

/** Why nothing less than all can be taken back. */
export type Disconnecting = 'required' | 'last-permission' | 'last-vehicle' | 'damaged';

export type TakeBackDecision =
	/** What the application keeps of each of these vehicles; nothing of one ends its connection. */
	| { readonly kind: 'narrow'; readonly left: ReadonlyMap<string, readonly PermissionName[]> }
	| { readonly kind: 'disconnects'; readonly because: Disconnecting }
	/** It does not have this, or no longer. */
	| { readonly kind: 'nothing' };

/**
 * What it leads to that an owner takes one thing back. A permission is taken back for all vehicles at
 * once, and is required where the application asked for it so last.
 *
 * @param held of every vehicle that the application reaches
 */
export function decideTakeBack(held: readonly Held[], taken: TakenThing): TakeBackDecision {
	// What it holds is not known, so that nothing less would surely be gone.
	if (held.some(({ isDamaged }) => isDamaged)) return { kind: 'disconnects', because: 'damaged' };
	return 'permission' in taken
		? takePermission(held, taken.permission)
		: takeVehicle(held, taken.connectionId);
}

function takePermission(held: readonly Held[], taken: PermissionName): TakeBackDecision {
	const holding = held.filter(({ granted }) => granted.includes(taken));
	if (holding.length === 0) return { kind: 'nothing' };
	const { asked } = whatItGets(held);
	if (asked.some(({ name, required }) => required && name === taken)) {
		return { kind: 'disconnects', because: 'required' };
	}
	if (!held.some(({ granted }) => granted.some((name) => name !== taken))) {
		return { kind: 'disconnects', because: 'last-permission' };
	}
	const left = holding.map(
		({ id, granted }) => [id, granted.filter((name) => name !== taken)] as const
	);
	return { kind: 'narrow', left: new Map(left) };
}

function takeVehicle(held: readonly Held[], taken: string): TakeBackDecision {
	if (!held.some(({ id }) => id === taken)) return { kind: 'nothing' };
	if (held.length === 1) return { kind: 'disconnects', because: 'last-vehicle' };
	return { kind: 'narrow', left: new Map([[taken, []]]) };
}
