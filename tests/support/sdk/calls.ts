import smartcar from 'smartcar';
import { z } from 'zod';
import { VEHICLE_CALLS, type Car, type VehicleCall } from './vehicle-calls.ts';

const Meta = z.looseObject({ requestId: z.uuid() });
const MetaOfReading = z.looseObject({
	requestId: z.uuid(),
	dataAge: z.date(),
	fetchedAt: z.date(),
	unitSystem: z.enum(['metric', 'imperial'])
});

/** What a call told, after what comes back was held against what apps read of it. */
async function ask(name: string, { call, told, isReading }: VehicleCall, car: Car) {
	const { meta, ...body } = z.looseObject({ meta: z.unknown() }).parse(await call(car));
	const read = z.strictObject({ body: told, meta: isReading ? MetaOfReading : Meta });
	const { error } = read.safeParse({ body, meta });
	if (error) throw new Error(`${name}: ${error.message} ${JSON.stringify({ body, meta })}`);
	return { body, meta };
}

/** Calls each method that reads of a vehicle or commands it. */
export async function callVehicle(id: string, token: string): Promise<void> {
	const car = new smartcar.Vehicle(id, token);
	const imperial = new smartcar.Vehicle(id, token, { unitSystem: 'imperial' });
	for (const [name, call] of Object.entries(VEHICLE_CALLS)) {
		const { body } = await ask(name, call, car);
		if (!call.imperial) continue;
		const other = await ask(name, call, imperial);
		MetaOfReading.extend({ unitSystem: z.literal('imperial') }).parse(other.meta);
		for (const [field, factor] of Object.entries(call.imperial)) {
			const [metric, converted] = [Number(body[field]), Number(other.body[field])];
			if (Math.abs(metric * factor - converted) < 0.02 * Math.max(converted, 0.1)) continue;
			throw new Error(`${name}, ${field}: ${metric} metric are ${converted} imperial.`);
		}
	}
	const batch = await car.batch(['/odometer', '/tires/pressure', '/security', '/fuel', '/']);
	const names = ['odometer', 'tirePressure', 'lockStatus', 'fuel', 'attributes'];
	for (const name of names) {
		const told = z.looseObject({ meta: MetaOfReading.partial() }).parse(batch[name]?.());
		const body = Object.entries(told).filter(([key]) => key !== 'meta');
		VEHICLE_CALLS[name]?.told.parse(Object.fromEntries(body));
	}
	const { body, meta } = await car.request('GET', 'odometer', undefined, {
		'sc-unit-system': 'imperial'
	});
	z.strictObject({ distance: z.number() }).parse(body);
	z.looseObject({ unitSystem: z.literal('imperial') }).parse(meta);
}

const Signal = z.looseObject({
	id: z.string(),
	type: z.literal('signal'),
	attributes: z.looseObject({ code: z.string(), status: z.looseObject({ value: z.string() }) })
});
const SUCCESS = z.looseObject({ value: z.literal('SUCCESS') });

/**
 * Calls its three methods of v3.
 *
 * @param isBare whether one resource comes as in 2025, as the suite of the SDK reads it
 */
export async function callV3(id: string, token: string, isBare: boolean): Promise<void> {
	const one = (resource: z.ZodType) => (isBare ? resource : z.looseObject({ data: resource }));
	const car = new smartcar.Vehicle(id, token);
	const year = isBare ? z.string().regex(/^\d{4}$/) : z.int();
	const attributes = z.looseObject({ make: z.string(), model: z.string(), year });
	const vehicle = z.looseObject({ id: z.literal(id), attributes });
	one(vehicle).parse((await smartcar.getVehicle(token, id)).body);
	z.looseObject({ data: z.array(Signal).min(1) }).parse((await car.getSignals()).body);
	const odometer = Signal.extend({
		id: z.literal('odometer-traveleddistance'),
		attributes: Signal.shape.attributes.extend({ status: SUCCESS })
	});
	one(odometer).parse((await car.getSignal('odometer-traveleddistance')).body);
}

interface Credentials {
	readonly clientId: string;
	readonly clientSecret: string;
}

const Capabilities = (capable: boolean) =>
	z.looseObject({
		compatible: z.literal(true),
		reason: z.null(),
		capabilities: z
			.array(
				z.strictObject({
					permission: z.string(),
					endpoint: z.string().startsWith('/'),
					capable: z.literal(capable),
					reason: capable ? z.null() : z.string()
				})
			)
			.length(2)
	});

const Matrix = z.looseObject({
	NISSAN: z
		.array(
			z.strictObject({
				model: z.string(),
				type: z.literal('BEV'),
				startYear: z.int(),
				endYear: z.int(),
				endpoints: z.array(z.string()),
				permissions: z
					.array(z.string())
					.refine((all) => ['read_battery', 'read_charge'].every((name) => all.includes(name)))
			})
		)
		.min(1)
});

/** Calls what it has beside vehicles. */
export async function callAccount(token: string, credentials: Credentials): Promise<void> {
	z.uuid().parse((await smartcar.getUser(token)).id);
	z.object({
		vehicles: z.array(z.uuid()).min(1),
		paging: z.strictObject({ count: z.int(), offset: z.literal(0) }),
		meta: Meta
	}).parse(await smartcar.getVehicles(token));
	const scope = ['read_odometer', 'read_location'];
	for (const [vin, capable] of [
		['5YJXCDE22HF068739', true],
		['WAUAFAFL1GN014882', false]
	] as const) {
		const told = await smartcar.getCompatibility(vin, scope, null, credentials);
		Capabilities(capable).parse(told);
	}
	const wanted = { make: 'NISSAN', type: 'BEV', scope: ['read_battery', 'read_charge'] };
	Matrix.parse(await smartcar.getCompatibilityMatrix('US', { ...credentials, ...wanted }));
}

/** Ends the connection to the vehicle: the last that may be called. */
export async function callManagement(managementToken: string, vehicleId: string): Promise<void> {
	const connection = { vehicleId: z.literal(vehicleId), userId: z.uuid() };
	const listed = z.strictObject({
		...connection,
		connectedAt: z.iso.datetime(),
		mode: z.literal('simulated')
	});
	const { connections } = await smartcar.getConnections(managementToken, { vehicleId });
	z.tuple([listed]).parse(connections);
	const ended = await smartcar.deleteConnections(managementToken, { vehicleId });
	z.tuple([z.strictObject(connection)]).parse(ended.connections);
}
