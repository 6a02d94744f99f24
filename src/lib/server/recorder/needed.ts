import type { PermissionName } from '#lib/access/permission.ts';
import type { Needed, VehicleCall } from './exchange.ts';

/** What was asked for; where all was, what of it was told. */
export function neededBy(calls: readonly VehicleCall[]): Needed | null {
	const [first] = calls;
	if (!first) return null;
	const items = new Set<string>();
	const permissions = new Set<PermissionName>();
	const missing = new Set<PermissionName>();
	for (const { items: asked, judgements } of calls) {
		for (const [index, item] of asked.entries()) {
			const judgement = judgements[index];
			if (item.listed && judgement?.kind !== 'allowed') continue;
			items.add(item.code);
			for (const permission of item.permissions) permissions.add(permission);
			if (judgement?.kind !== 'not-granted') continue;
			for (const permission of judgement.missing) missing.add(permission);
		}
	}
	const { connectionId, vehicleId, at, vehicle } = first;
	return {
		connectionId,
		vehicleId,
		at,
		items: [...items].join(' '),
		permissions: [...permissions].join(' '),
		missing: [...missing].join(' '),
		life: vehicle.life
	};
}
