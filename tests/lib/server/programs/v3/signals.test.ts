import { officialCatalog } from '#lib/access/catalog/official.ts';
import { updateV3Dialect } from '#lib/server/applications/v3-dialect.ts';
import { applications } from '#lib/server/db/schema.ts';
import { isSignalCode, SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';
import { askV3, newV3Client, type V3Client } from '../../../../support/v3.ts';

const storage = useStorage();
const BORN = new Date(REHEARSED_START).toISOString();

let client: V3Client;
let vehicleId = '';
beforeEach(async () => {
	client = await newV3Client(storage.context, { scope: 'read_odometer read_charge' });
	[vehicleId = ''] = client.vehicleIds;
});

const ask = (way: string, headers: Record<string, string> = {}, context = client.context) =>
	askV3(context, `/vehicles/${vehicleId}${way}`, {
		token: client.machine,
		userId: client.userId,
		headers
	});

const List = z.object({
	data: z.array(
		z.object({
			id: z.string(),
			attributes: z.object({
				status: z.object({ value: z.string(), error: z.unknown().optional() }),
				body: z.unknown().optional()
			})
		})
	)
});

describe('GET /v3/vehicles/{id}/signals/{code}', () => {
	it('tells a signal with its three times and its vehicle', async () => {
		const answer = await ask('/signals/odometer-traveleddistance');
		expect(answer).toMatchObject({ status: 200, schemas: ['SignalAnswer'] });
		expect(answer.body).toMatchObject({
			data: {
				id: 'odometer-traveleddistance',
				attributes: {
					name: 'TraveledDistance',
					group: 'Odometer',
					status: { value: 'SUCCESS' },
					body: { value: expect.any(Number), unit: 'km' }
				},
				meta: { ingestedAt: BORN, retrievedAt: BORN, oemUpdatedAt: BORN }
			},
			included: { vehicle: { id: vehicleId, attributes: { make: 'TESLA', mode: 'simulated' } } }
		});
		expect(Object.fromEntries(answer.headers)).toMatchObject({
			'content-type': 'application/json',
			'sc-data-age': BORN,
			'sc-fetched-at': BORN,
			'sc-unit-system': 'metric',
			'sc-request-id': expect.stringMatching(/^[\w-]{36}$/)
		});
	});

	it('names what was not granted and the way out of it', async () => {
		const answer = await ask('/signals/tractionbattery-stateofcharge');
		expect(answer.status).toBe(403);
		expect(answer.body).toMatchObject({
			errors: [
				{
					status: '403',
					type: 'PERMISSION',
					code: 'UNKNOWN',
					title: 'Unknown',
					detail:
						'The owner has not granted read_battery, which tractionbattery-stateofcharge needs.',
					resolution: { type: 'REAUTHENTICATE' },
					suggestedUserMessage: null
				}
			]
		});
		expect(answer.headers.get('www-authenticate')).toBe(
			'Bearer error="insufficient_scope", scope="read_battery"'
		);
		expect(answer.headers.get('x-accepted-permissions')).toBe('read_battery');
		expect(answer.headers.get('link')).toContain(
			`/apps/${client.clientId}/vehicle-access?tab=signals&open=tractionbattery-stateofcharge#tractionbattery-stateofcharge>`
		);
	});

	it('refuses what the vehicle cannot tell', async () => {
		const fuel = await newV3Client(storage.context, { scope: 'read_fuel read_odometer' });
		const answer = await askV3(
			storage.context,
			`/vehicles/${fuel.vehicleIds[0]}/signals/internalcombustionengine-fuellevel`,
			{ token: fuel.machine, userId: fuel.userId }
		);
		expect(answer.status).toBe(501);
		expect(answer.body).toMatchObject({
			errors: [{ type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' }]
		});
	});

	it('refuses more calls than the plan has', async () => {
		await storage.context.write(({ db }) => db.update(applications).set({ monthlyCalls: 1 }));
		expect((await ask('/signals/odometer-traveleddistance')).status).toBe(200);
		const answer = await ask('/signals/odometer-traveleddistance');
		expect(answer.status).toBe(430);
		expect(answer.body).toMatchObject({
			errors: [{ type: 'BILLING', code: 'VEHICLE_REQUEST_LIMIT' }]
		});
		expect((await ask('/signals')).status).toBe(430);
	});

	it.each(['charge-nothing', 'Odometer-TraveledDistance', 'constructor'])(
		'has nothing stored of %s',
		async (code) => {
			const answer = await ask(`/signals/${code}`);
			expect(answer.status).toBe(404);
			expect(answer.body).toMatchObject({
				errors: [
					{
						type: 'RESOURCE_NOT_FOUND',
						code: 'SIGNAL_NOT_FOUND',
						detail: `Signal with code “${code}” not found for vehicle with id “${vehicleId}”.`
					}
				]
			});
		}
	);

	it('tells what was before beside an error of state', async () => {
		const answer = await ask('/signals/charge-chargerate');
		expect(answer.body).toMatchObject({
			data: {
				attributes: {
					status: {
						value: 'ERROR',
						error: {
							type: 'VEHICLE_STATE',
							code: 'NOT_CHARGING',
							title: 'Not Charging',
							detail: 'The vehicle does not charge.',
							resolution: { type: 'UNKNOWN_RESOLUTION_TYPE' }
						}
					}
				}
			}
		});
	});

	it('takes imperial units, and no others', async () => {
		const [metric, imperial] = [
			await ask('/signals/odometer-traveleddistance'),
			await ask('/signals/odometer-traveleddistance', { 'sc-unit-system': 'imperial' })
		];
		const One = z.object({
			data: z.object({
				attributes: z.object({ body: z.object({ value: z.number(), unit: z.string() }) })
			})
		});
		const [km, miles] = [metric, imperial].map(({ body }) => One.parse(body).data.attributes.body);
		expect(km?.unit).toBe('km');
		expect(miles?.unit).toBe('miles');
		expect(miles?.value).toBeCloseTo((km?.value ?? 0) * 0.621371, 0);
		expect(imperial.headers.get('sc-unit-system')).toBe('imperial');
		expect(await ask('/signals', { 'sc-unit-system': 'nautical' })).toMatchObject({
			status: 400,
			body: { errors: [{ code: 'INVALID_INPUT_FORMAT' }] }
		});
	});

	it('tells apart when the vehicle said it, when it was fetched and when it arrived', async () => {
		const answer = await ask(
			'/signals/odometer-traveleddistance',
			{},
			storage.at(START + 30 * 60_000)
		);
		const iso = (after: number) => new Date(REHEARSED_START + after).toISOString();
		expect(answer.body).toMatchObject({
			data: {
				meta: {
					oemUpdatedAt: BORN,
					retrievedAt: iso(29 * 60_000),
					ingestedAt: iso(29 * 60_000 + 2000)
				}
			}
		});
	});
});

describe('GET /v3/vehicles/{id}/signals', () => {
	it('tells what the vehicle has, by ascending codes and each by its own schema', async () => {
		const answer = await ask('/signals');
		expect(answer.schemas).toEqual(['SignalsAnswer']);
		const { data } = List.parse(answer.body);
		const codes = data.map(({ id }) => id);
		expect(codes).toEqual([...codes].sort());
		expect(answer.body).toMatchObject({
			meta: { totalCount: codes.length, pageSize: codes.length, pageNumber: 1 },
			links: { self: expect.stringMatching(/\/v3\/vehicles\/[\w-]{36}\/signals$/) }
		});
		const told = data.filter(({ attributes }) => attributes.status.value === 'SUCCESS');
		expect(told.length).toBeGreaterThan(10);
		for (const { id, attributes } of told) {
			if (!isSignalCode(id)) throw new Error(id);
			expect(SIGNALS[id].schema.safeParse(attributes.body), id).toMatchObject({ success: true });
		}
	});

	it('says of each that was not granted that it was not, and of each granted one that the car lacks', async () => {
		const { data } = List.parse((await ask('/signals')).body);
		for (const { id, attributes } of data) {
			const needed = officialCatalog.item(id)?.permissions ?? [];
			const granted = needed.every((name) => ['read_odometer', 'read_charge'].includes(name));
			const { status, body } = attributes;
			if (granted) {
				expect(status, id).not.toMatchObject({ error: { type: 'PERMISSION' } });
			} else {
				expect(body, id).toBeUndefined();
				expect(status, id).toMatchObject({
					value: 'ERROR',
					error: {
						type: 'PERMISSION',
						code: 'UNKNOWN',
						detail: `The owner has not granted ${needed.join(' and ')}, which ${id} needs.`,
						resolution: { type: 'REAUTHENTICATE' }
					}
				});
			}
		}
		expect(data.map(({ id }) => id)).toContain('tractionbattery-stateofcharge');
	});

	it('lists what was granted although the vehicle cannot tell it', async () => {
		const fuel = await newV3Client(storage.context, { scope: 'read_fuel' });
		const answer = await askV3(storage.context, `/vehicles/${fuel.vehicleIds[0]}/signals`, {
			token: fuel.machine,
			userId: fuel.userId
		});
		const { data } = List.parse(answer.body);
		const level = data.find(({ id }) => id === 'internalcombustionengine-fuellevel');
		expect(level?.attributes).toMatchObject({
			status: {
				value: 'ERROR',
				error: { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE', title: 'Vehicle Not Capable' }
			}
		});
		expect(level?.attributes.body).toBeUndefined();
	});
});

describe('the dialect of 2025', () => {
	beforeEach(async () => {
		await updateV3Dialect(storage.context, client.clientId, '2025');
	});

	it('answers a signal bare, with numbers for times and words for units', async () => {
		const answer = await ask('/signals/odometer-traveleddistance');
		expect(answer.schemas).toEqual(['SignalOf2025']);
		expect(answer.body).toMatchObject({
			id: 'odometer-traveleddistance',
			attributes: { body: { unit: 'kilometers' } },
			meta: { retrievedAt: REHEARSED_START, oemUpdatedAt: REHEARSED_START },
			links: { self: `/vehicles/${vehicleId}/signals/odometer-traveleddistance` }
		});
	});

	it('counts a list by page, and writes the year as text', async () => {
		const answer = await ask('/signals');
		expect(answer.schemas).toEqual(['SignalsOf2025']);
		expect(answer.body).toMatchObject({
			meta: { page: 1 },
			links: { self: `/vehicles/${vehicleId}/signals` },
			included: { vehicle: { attributes: { year: expect.stringMatching(/^\d{4}$/) } } }
		});
	});
});
