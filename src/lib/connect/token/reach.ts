import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';

/** What an owner agreed to once. */
interface Agreed {
	readonly vehicleIds: readonly string[];
	/** Granted permission names, separated by a space. */
	readonly scope: string;
}

/** A vehicle that is connected now, and what it grants now. Nulls stand for none at all. */
interface Connected {
	readonly vehicleId: string | null;
	readonly granted: readonly PermissionName[] | null;
}

/** What an authorization still reaches: vehicles that are connected, and what each still grants. */
export interface Reach {
	readonly vehicles: readonly {
		readonly id: string;
		readonly permissions: readonly PermissionName[];
	}[];
	/** Of any of the vehicles, in scope order. */
	readonly permissions: readonly PermissionName[];
}

/** Nothing is left where every vehicle was disconnected. */
export function reachOf({ vehicleIds, scope }: Agreed, connected: readonly Connected[]): Reach {
	const agreed = scope.split(' ');
	const held = new Set(vehicleIds);
	const vehicles = connected.flatMap(({ vehicleId, granted }) =>
		vehicleId !== null && granted !== null && held.has(vehicleId)
			? [{ id: vehicleId, permissions: granted.filter((name) => agreed.includes(name)) }]
			: []
	);
	const reached = new Set(vehicles.flatMap(({ permissions }) => permissions));
	return { vehicles, permissions: PERMISSION_NAMES.filter((name) => reached.has(name)) };
}
