import smartcar from 'smartcar';
import { expect } from 'vitest';

type Car = InstanceType<typeof smartcar.Vehicle>;

const NUMBER = expect.any(Number);
const TEXT = expect.any(String);
const LIST = expect.any(Array);
const DONE = { status: 'success', message: 'Successfully sent request to vehicle' };

/** What an app calls of a vehicle by the SDK for Node, in an order that one on the cable can follow; it charges before and after. */
const CALLS: readonly (readonly [(car: Car) => Promise<object>, object])[] = [
	[(car) => car.attributes(), { id: TEXT, make: TEXT, model: TEXT, year: NUMBER }],
	[(car) => car.vin(), { vin: TEXT }],
	[(car) => car.permissions(), { permissions: LIST, paging: { offset: 0 } }],
	[(car) => car.charge(), { isPluggedIn: true, state: TEXT }],
	[(car) => car.battery(), { percentRemaining: NUMBER, range: NUMBER }],
	[(car) => car.batteryCapacity(), { capacity: NUMBER }],
	[(car) => car.nominalCapacity(), { availableCapacities: LIST, capacity: { nominal: NUMBER } }],
	[(car) => car.fuel(), { range: NUMBER, percentRemaining: NUMBER, amountRemaining: NUMBER }],
	[(car) => car.tirePressure(), { frontLeft: NUMBER, backRight: NUMBER }],
	[(car) => car.engineOil(), { lifeRemaining: NUMBER }],
	[(car) => car.odometer(), { distance: NUMBER }],
	[(car) => car.location(), { latitude: NUMBER, longitude: NUMBER }],
	[(car) => car.lockStatus(), { isLocked: expect.any(Boolean), doors: LIST }],
	[(car) => car.diagnosticSystemStatus(), { systems: LIST }],
	[(car) => car.diagnosticTroubleCodes(), { activeCodes: LIST }],
	[(car) => car.serviceHistory(), { data: LIST }],
	[(car) => car.lock(), DONE],
	[(car) => car.unlock(), DONE],
	[(car) => car.setChargeLimit(0.9), DONE],
	[(car) => car.getChargeLimit(), { limit: NUMBER }],
	[(car) => car.stopCharge(), DONE],
	[(car) => car.startCharge(), DONE],
	[(car) => car.sendDestination(52.5, 13.4), DONE],
	[(car) => car.batch(['/odometer']), { odometer: expect.any(Function) }],
	[(car) => car.getSignals(), { body: { data: LIST } }],
	[(car) => car.getSignal('odometer-traveleddistance'), { body: { data: { type: 'signal' } } }]
];

/** Calls each of them, and holds what comes back against what apps read of it. */
export async function callVehicle(id: string, token: string): Promise<void> {
	const car = new smartcar.Vehicle(id, token);
	for (const [call, fields] of CALLS) {
		expect(await call(car), String(call)).toMatchObject(fields);
	}
	expect((await smartcar.getVehicle(token, id)).body).toMatchObject({ data: { id } });
}

interface Credentials {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** What an app calls beside its vehicles. */
export async function callAccount(token: string, credentials: Credentials): Promise<void> {
	expect((await smartcar.getUser(token)).id).toHaveLength(36);
	expect((await smartcar.getVehicles(token)).paging).toMatchObject({ offset: 0 });
	const scope = ['read_odometer'];
	const vin = '5YJXCDE22HF068739';
	expect(await smartcar.getCompatibility(vin, scope, 'US', credentials)).toMatchObject({
		compatible: true
	});
	const models = await smartcar.getCompatibilityMatrix('US', { ...credentials, make: 'NISSAN' });
	expect(models).toMatchObject({ NISSAN: LIST });
}

/** Ends the connection to the vehicle: the last that may be called. */
export async function callManagement(managementToken: string, vehicleId: string): Promise<void> {
	const { connections } = await smartcar.getConnections(managementToken, { vehicleId });
	expect(connections).toMatchObject([{ vehicleId }]);
	const ended = await smartcar.deleteConnections(managementToken, { vehicleId });
	expect(ended.connections).toMatchObject([{ vehicleId }]);
}
