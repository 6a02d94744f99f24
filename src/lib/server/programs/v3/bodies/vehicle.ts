import type { ConnectMode } from '#lib/connect/session-data.ts';
import type { Profile } from '#lib/vehicles/profiles/schema.ts';
import type { Style } from '../style.ts';

/** A vehicle as applications know it. */
export interface ToldVehicle {
	readonly id: string;
	readonly make: string;
	readonly model: string;
	readonly year: number;
	readonly mode: ConnectMode;
	readonly powertrain: Profile['powertrain'];
}

export function vehicleBody(style: Style, vehicle: ToldVehicle): object {
	return {
		id: vehicle.id,
		type: 'vehicle',
		attributes: style.dialect === '2026' ? vehicleAttributes(vehicle) : attributesOf2025(vehicle),
		links: { self: vehicleLink(style, vehicle) }
	};
}

/** The attributes that connections tell of their vehicles, too. */
export function vehicleAttributes({ make, model, year, mode, powertrain }: ToldVehicle): object {
	return { make, model, year, mode, powertrainType: powertrain };
}

export function vehicleLink({ base }: Style, { id }: Pick<ToldVehicle, 'id'>): string {
	return `${base}/vehicles/${id}`;
}

function attributesOf2025({ make, model, year }: ToldVehicle): object {
	return { make, model, year: String(year) };
}
