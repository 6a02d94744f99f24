import smartcar from 'smartcar';
import { VEHICLE_CALLS, type Car } from './vehicle-calls.ts';

/** What methods of the SDK are called with. */
export interface SdkWorld {
	readonly car: Car;
	readonly vehicleId: string;
	readonly access: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly managementToken: string;
}

type Method = (world: SdkWorld) => Promise<unknown>;

const client = ({ clientId, clientSecret }: SdkWorld) =>
	new smartcar.AuthClient({
		clientId,
		clientSecret,
		redirectUri: 'http://localhost/',
		mode: 'test'
	});

/** Every method of the SDK for Node that asks a server something. */
export const METHODS: Readonly<Record<string, Method>> = {
	...Object.fromEntries(
		Object.entries(VEHICLE_CALLS).map(([name, { call }]) => [
			name,
			({ car }: SdkWorld) => call(car)
		])
	),
	batch: ({ car }) => car.batch(['/odometer', '/fuel']),
	request: ({ car }) => car.request('GET', 'odometer'),
	'request of a command of v3': ({ car }) =>
		car.request('POST', 'commands/security/lock', undefined, {}, '3'),
	getSignals: ({ car }) => car.getSignals(),
	getSignal: ({ car }) => car.getSignal('odometer-traveleddistance'),
	getUser: ({ access }) => smartcar.getUser(access),
	getVehicles: ({ access }) => smartcar.getVehicles(access),
	getVehicle: ({ access, vehicleId }) => smartcar.getVehicle(access, vehicleId),
	getCompatibility: ({ clientId, clientSecret }) =>
		smartcar.getCompatibility('5YJXCDE22HF068739', ['read_odometer'], null, {
			clientId,
			clientSecret
		}),
	getCompatibilityMatrix: ({ clientId, clientSecret }) =>
		smartcar.getCompatibilityMatrix('US', {
			clientId,
			clientSecret,
			make: 'NISSAN',
			type: 'BEV',
			scope: ['read_battery']
		}),
	getConnections: ({ managementToken, vehicleId }) =>
		smartcar.getConnections(managementToken, { vehicleId }),
	subscribe: ({ car }) => car.subscribe('any'),
	unsubscribe: ({ car, managementToken }) => car.unsubscribe(managementToken, 'any'),
	exchangeCode: (world) => client(world).exchangeCode('any'),
	exchangeRefreshToken: (world) => client(world).exchangeRefreshToken('any')
};

/** Those after which the vehicle has to be connected again. */
export const LAST_METHODS: typeof METHODS = {
	disconnect: ({ car }) => car.disconnect(),
	deleteConnections: ({ managementToken, vehicleId }) =>
		smartcar.deleteConnections(managementToken, { vehicleId })
};
