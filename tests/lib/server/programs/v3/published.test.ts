import { SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { PUBLISHED_SIGNALS } from '#lib/server/programs/v3/published/data.ts';
import { describe, expect, it } from 'vitest';
import { useStorage } from '../../../../support/storage.ts';
import { askV3, newV3Client } from '../../../../support/v3.ts';

const storage = useStorage();
const ID = 'tst2e255-d3c8-4f90-9fec-e6e68b98e9cb';
const ask = (way: string, method = 'GET') =>
	askV3(storage.context, `/vehicles/${way}`, { token: 'test-data-token', method });

describe('the published token', () => {
	it('tells its vehicle, with the year as text', async () => {
		for (const way of [ID, `${ID}/`]) {
			expect(await ask(way)).toMatchObject({
				status: 200,
				schemas: ['VehicleOf2025'],
				body: { id: ID, attributes: { year: '2021' } }
			});
		}
	});

	it('tells two signals without naming a user', async () => {
		const answer = await ask(`${ID}/signals`);
		expect(answer.schemas).toEqual(['SignalsOf2025']);
		expect(answer.body).toMatchObject({
			data: [{ id: 'charge-chargetimers' }, { id: 'odometer-traveleddistance' }],
			meta: { page: 1, pageSize: 2, totalCount: 2 }
		});
	});

	it('tells one of them bare', async () => {
		const answer = await ask(`${ID}/signals/odometer-traveleddistance`);
		expect(answer.schemas).toEqual(['SignalOf2025']);
		expect(answer.body).toMatchObject({
			attributes: { status: { value: 'SUCCESS' }, body: { unit: 'kilometers' } }
		});
		const [timers] = PUBLISHED_SIGNALS;
		const { schema } = SIGNALS['charge-chargetimers'];
		expect(schema.safeParse(timers?.attributes.body).success).toBe(true);
	});

	it('reaches nothing else, and only reads', async () => {
		expect((await ask(`${ID}/signals/location-preciselocation`)).status).toBe(404);
		expect((await ask('8229df9f-91a0-4ff0-a1ae-a1f38ee24d07')).status).toBe(404);
		expect((await ask(`${ID}/commands/security/lock`, 'POST')).status).toBe(403);
		const asked = { token: 'test-data-token' };
		expect((await askV3(storage.context, '/connections', asked)).status).toBe(401);
	});

	it('alone reaches that vehicle', async () => {
		const client = await newV3Client(storage.context);
		const asked = { token: client.machine, userId: client.userId };
		const answer = await askV3(storage.context, `/vehicles/${ID}/signals`, asked);
		expect(answer.status).toBe(400);
	});
});
