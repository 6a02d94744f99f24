import { describe, expect, it } from 'vitest';
import { ofVehicle, sendV2, v2Client } from '../../../../support/api-v2.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

describe('DELETE /v2.0/vehicles/{id}/application', () => {
	it('ends the connection of one vehicle, and no other', async () => {
		const client = await v2Client(
			storage.context,
			'CHEVROLET',
			['read_odometer'],
			'2-vehicles@smartcar.com'
		);
		const [first = '', second = ''] = client.vehicleIds;
		const gone = await ofVehicle(client, 'application', { method: 'DELETE' });
		expect(gone).toMatchObject({ status: 200, body: { status: 'success' } });
		expect(await sendV2(client, `/v2.0/vehicles/${first}/odometer`)).toMatchObject({
			status: 403,
			body: { type: 'PERMISSION' }
		});
		expect((await sendV2(client, `/v2.0/vehicles/${second}/odometer`)).status).toBe(200);
	});
});

describe('a webhook of API v2', () => {
	it('is not known, whatever its id', async () => {
		const client = await v2Client(storage.context, 'CHEVROLET', ['read_odometer']);
		expect(await ofVehicle(client, 'webhooks/webhookID', { method: 'POST' })).toMatchObject({
			status: 400,
			body: {
				type: 'VALIDATION',
				code: null,
				detail: [{ field: 'webhookId', message: expect.stringContaining('“webhookID”') }]
			}
		});
	});

	it('is not unsubscribed from without the management token', async () => {
		const client = await v2Client(storage.context, 'CHEVROLET', ['read_odometer']);
		const answer = await ofVehicle(client, 'webhooks/webhookID', { method: 'DELETE', body: {} });
		expect(answer).toMatchObject({ status: 401, body: { type: 'AUTHENTICATION', code: null } });
	});
});
