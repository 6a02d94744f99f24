import type { PermissionName } from '#lib/access/permission.ts';
import type { Style } from '../style.ts';
import { vehicleAttributes, vehicleLink, type ToldVehicle } from './vehicle.ts';

/** A connection as its application is told it. Times are milliseconds since 1970. */
export interface ToldConnection {
	readonly id: string;
	readonly userId: string;
	readonly granted: readonly PermissionName[];
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly vehicle: ToldVehicle;
}

export function connectionBody(style: Style, connection: ToldConnection): object {
	const { id, userId, granted, vehicle, createdAt, updatedAt } = connection;
	return {
		id,
		type: 'connection',
		attributes: {
			permissions: [...granted].sort(),
			vehicle: vehicleAttributes(vehicle),
			user: { id: userId }
		},
		relationships: {
			vehicle: {
				data: { id: vehicle.id, type: 'vehicle' },
				links: { related: vehicleLink(style, vehicle) }
			},
			user: { data: { id: userId, type: 'user' } }
		},
		meta: {
			createdAt: new Date(createdAt).toISOString(),
			updatedAt: new Date(updatedAt).toISOString()
		},
		links: { self: `${style.base}/connections/${id}` }
	};
}
