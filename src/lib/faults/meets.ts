import type { Dialect } from '#lib/access/program-address.ts';
import { errorIn } from '#lib/vehicles/call/error-apis.ts';
import { platformError, type PlatformErrorName } from '#lib/vehicles/call/platform-errors.ts';
import type { Fault, ShapeFaultName } from './faults.ts';

/** What is called. */
export interface CalledAddress {
	readonly dialect: Dialect | null;
	readonly method: string;
	/** With `[name]` for what varies. */
	readonly route: string;
}

/** Whether something can go wrong so at an address: a vehicle that is not asked cannot be asleep. */
export function meets(fault: Fault, address: CalledAddress): boolean {
	const { dialect, method, route } = address;
	// Whoever sets faults must be able to take them away again.
	if (dialect === null || dialect === 'control') return false;
	switch (fault.kind) {
		case 'line':
			return true;
		case 'oauth':
			return dialect === 'oauth' && method === 'POST';
		case 'error':
			return dialect !== 'oauth' && isAnswered(fault.name, dialect, address);
		case 'held':
			return method === 'POST' && COMMANDS.test(route);
		case 'shape':
			return isRead(method, route) && SHAPED[fault.name].test(route);
		case 'webhook':
			return false;
	}
}

function isAnswered(
	name: PlatformErrorName,
	dialect: 'v2' | 'v3',
	{ method, route }: CalledAddress
): boolean {
	if (errorIn(dialect, name) === null) return false;
	// Only what is made can be there already.
	if (name === 'RESOURCE_CONFLICT:SUBSCRIPTION_EXISTS')
		return method === 'POST' && route === '/v3/subscriptions';
	return !isAboutAVehicle(name) || ASKS_A_VEHICLE.test(route);
}

/** Whether only who asks a vehicle for something is answered so. */
function isAboutAVehicle(name: PlatformErrorName): boolean {
	return name === 'RATE_LIMIT:VEHICLE' || OF_VEHICLES.has(platformError(name).type);
}

const OF_VEHICLES: ReadonlySet<string> = new Set([
	'BILLING',
	'COMPATIBILITY',
	'CONNECTED_SERVICES_ACCOUNT',
	'UPSTREAM',
	'VEHICLE_STATE'
]);

const ASKS_A_VEHICLE =
	/^\/(?:v2\.0|v3)\/vehicles\/\[vehicleId\](?!\/(?:permissions|application|webhooks)(?:\/|$))/;

const COMMANDS = /^\/v3\/vehicles\/\[vehicleId\]\/(?:commands|charge-schedules)\//;

const SHAPED: Readonly<Record<ShapeFaultName, RegExp>> = {
	EMPTY_STORE: /^\/v3\/vehicles\/\[vehicleId\]\/signals(?:\/|$)/,
	HALF_BODY: ASKS_A_VEHICLE,
	STALE:
		/^\/v3\/vehicles\/\[vehicleId\]\/signals(?:\/|$)|^\/v2\.0\/vehicles\/\[vehicleId\]\/(?!(?:permissions|application|webhooks|vin)(?:\/|$))/
};

/** A batch is posted, and reads all the same. */
function isRead(method: string, route: string): boolean {
	return method === 'GET' || (method === 'POST' && route.endsWith('/batch'));
}
