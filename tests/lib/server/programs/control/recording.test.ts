import { readDraft, saveDraft } from '#lib/server/configurations/drafts.ts';
import { AnewAnswer, RecordingAnswer } from '#lib/server/programs/control/recording-answer.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { START, useStorage } from '../../../../support/storage.ts';
import { askV3, newV3Client, type V3Client } from '../../../../support/v3.ts';
import { storedWebhook } from '../../../../support/webhooks.ts';

const storage = useStorage();

let client: V3Client;
let vehicle = '';
beforeEach(async () => {
	client = await newV3Client(storage.context, { scope: 'read_odometer read_charge' });
	[vehicle = ''] = client.vehicleIds.map((id) => `/vehicles/${id}`);
});

const ask = (path: string) =>
	askV3(storage.context, `${vehicle}${path}`, { token: client.machine, userId: client.userId });
const control = (query: string, method = 'GET', context = storage.context) =>
	askFromWithin(context, '127.0.0.1', `/sandbox/api/recording${query}`, { method });
const recording = async (clientId = client.clientId) => {
	const answer = await control(`?clientId=${clientId}`);
	expect(answer.status).toBe(200);
	return RecordingAnswer.parse(await answer.json());
};

describe('GET /sandbox/api/recording', () => {
	it('tells what calls need, what would be refused and what nobody uses', async () => {
		const { clientId } = client;
		const codes = ['charge-ischarging', 'charge-voltage', 'location-preciselocation'];
		const selection = codes.map((code) => ({ code, required: code === 'charge-ischarging' }));
		const baseRevision = (await readDraft(storage.context, clientId))?.revision ?? 0;
		const saved = await saveDraft(storage.context, { clientId, baseRevision, selection });
		expect(saved.ok).toBe(true);
		await ask('/signals/charge-ischarging');
		await ask('/signals/closure-islocked');
		await ask('/signals/closure-islocked');
		await ask('/signals');
		expect(await recording(clientId.toUpperCase())).toEqual({
			clientId,
			since: new Date(START).toISOString(),
			selection: [
				{ code: 'charge-ischarging', required: true },
				{ code: 'charge-voltage', required: false },
				{ code: 'closure-islocked', required: false },
				{ code: 'odometer-traveleddistance', required: false }
			],
			scope: 'required:read_charge read_odometer read_security',
			draftScope: 'required:read_charge read_location',
			needed: [
				{
					...{ code: 'charge-ischarging', uses: ['charge-ischarging'], inDraft: true },
					...{ calls: 2, refused: 0, listed: 1, permissions: ['read_charge'] }
				},
				{
					...{ code: 'charge-voltage', uses: ['charge-voltage'], inDraft: true },
					...{ calls: 1, refused: 0, listed: 1, permissions: ['read_charge'] }
				},
				{
					...{ code: 'closure-islocked', uses: ['closure-islocked'], inDraft: false },
					...{ calls: 2, refused: 2, listed: 0, permissions: ['read_security'] }
				},
				{
					...{ code: 'odometer-traveleddistance', uses: ['odometer-traveleddistance'] },
					...{ inDraft: false, calls: 1, refused: 0, listed: 1, permissions: ['read_odometer'] }
				}
			],
			usedNotAsked: [
				{ code: 'closure-islocked', permissions: ['read_security'] },
				{ code: 'odometer-traveleddistance', permissions: ['read_odometer'] }
			],
			neverUsed: [{ code: 'location-preciselocation', permissions: ['read_location'] }]
		});
	});

	it('tells what a webhook needs, which no call asked for', async () => {
		const { clientId } = client;
		await storedWebhook(storage.context, { clientId, signals: ['charge-voltage'] });
		expect(await recording()).toMatchObject({
			scope: 'read_charge',
			needed: [{ code: 'charge-voltage', calls: 0, refused: 0, listed: 0 }]
		});
	});

	it.each(['', '?clientId=', '?client=x'])(
		'refuses %j, which names no application',
		async (query) => {
			const answer = await control(query);
			expect(answer.status).toBe(400);
			expect(await answer.json()).toMatchObject({
				problems: [
					{ path: 'clientId', message: 'Write the client id of an application: ?clientId=….' }
				]
			});
		}
	);

	it.each(['GET', 'DELETE'])('says by %s that nothing is called so', async (method) => {
		const answer = await control('?clientId=nobody', method);
		expect(answer.status).toBe(404);
		expect(await answer.json()).toMatchObject({ error: 'not_found' });
	});
});

describe('DELETE /sandbox/api/recording', () => {
	it('begins anew', async () => {
		await ask('/signals/charge-ischarging');
		const later = storage.at(START + 60_000);
		const answer = await control(`?clientId=${client.clientId}`, 'DELETE', later);
		expect(AnewAnswer.parse(await answer.json())).toEqual({
			clientId: client.clientId,
			since: new Date(START + 60_000).toISOString()
		});
		expect(await recording()).toMatchObject({ selection: [], scope: '', needed: [] });
	});
});
