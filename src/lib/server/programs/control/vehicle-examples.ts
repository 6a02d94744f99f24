import type { z } from 'zod';
import type {
	DeletedAnswer,
	EventAnswer,
	VehicleAnswer,
	VehicleDetail,
	VehiclesAnswer
} from './vehicle-answer.ts';
import type { EventRequest, VehicleRequest } from './vehicle-request.ts';

const ID = '3d9b6c1e-8a47-4f52-b0d3-7c5e2a9f4d18';

export const BY_MODEL: z.input<typeof VehicleRequest> = {
	make: 'KIA',
	model: 'EV6',
	year: 2023,
	username: 'sam@owner.example',
	routine: 'commuter'
};

export const BY_POWERTRAIN: z.input<typeof VehicleRequest> = { powertrain: 'PHEV' };

export const VEHICLE: z.input<typeof VehicleAnswer> = {
	id: ID,
	vin: '0SCKIAX05F3A9C1E7',
	make: 'KIA',
	model: 'EV6',
	year: 2023,
	powertrain: 'BEV',
	profile: 'kia-ev6',
	fault: null,
	login: { make: 'KIA', username: 'sam@owner.example' },
	now: '2026-11-23T16:02:00.000Z',
	routine: 'commuter',
	asleep: false,
	online: true,
	driving: false,
	pluggedIn: false,
	charging: false,
	locked: true
};

export const VEHICLES: z.input<typeof VehiclesAnswer> = { vehicles: [VEHICLE], next: null };

const CHARGE = { code: 'tractionbattery-stateofcharge', body: { value: 42, unit: 'percent' } };

export const DETAIL: z.input<typeof VehicleDetail> = { ...VEHICLE, signals: [CHARGE] };

export const DELETED: z.input<typeof DeletedAnswer> = { id: ID, deleted: true };

export const PLUG_IN = { event: 'plug-in', kind: 'DC', kw: 150 };

export const DRIVE = { event: 'drive', km: 12 };

export const SET: z.input<typeof EventRequest> = {
	set: { 'tractionbattery-stateofcharge': { value: 42, unit: 'percent' } }
};

export const CHANGED: z.input<typeof EventAnswer> = {
	at: '2026-11-23T16:02:00.000Z',
	changed: [CHARGE, { code: 'tractionbattery-range', body: { value: 168, unit: 'km' } }]
};
