import { createApplication } from '#lib/server/applications/applications.ts';
import { refusedSets } from '#lib/server/connect/refused-sets.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';
import { recordSessions } from '../../../support/connect-sessions.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

async function create(): Promise<string> {
	const created = await createApplication(storage.context, { name: 'Charge Planner' });
	if (!created.ok) throw new Error(created.kind);
	return created.clientId;
}

const record = (clientId: string, ...sessions: Parameters<typeof recordSessions>[2][]) =>
	recordSessions(storage.context, clientId, ...sessions);

describe('refusedSets', () => {
	it('has nothing to tell before an owner decided', async () => {
		const clientId = await create();
		expect(await refusedSets(storage.context, clientId)).toEqual({
			consents: 0,
			sets: [],
			others: 0
		});
	});

	it('counts what was refused together, most often first, under whichever scope', async () => {
		const clientId = await create();
		const three = { scope: 'read_battery read_odometer read_vin', outcome: 'granted' };
		await record(
			clientId,
			three,
			three,
			three,
			{ ...three, refused: ['read_vin'] },
			{ ...three, refused: ['read_vin', 'read_battery'] },
			{ scope: 'required:read_battery read_vin', outcome: 'granted', refused: ['read_vin'] }
		);
		expect(await refusedSets(storage.context, clientId)).toEqual({
			consents: 6,
			sets: [
				{ refused: [], count: 3 },
				{ refused: ['read_vin'], count: 2 },
				{ refused: ['read_battery', 'read_vin'], count: 1 }
			],
			others: 0
		});
	});

	it('leaves out who had nothing to refuse, who gave no access, and other applications', async () => {
		const clientId = await create();
		await record(
			clientId,
			{ scope: 'required:read_battery', outcome: 'granted' },
			{ scope: 'read_vin', outcome: 'access_denied' },
			{ scope: 'read_vin' }
		);
		await record(await create(), { scope: 'read_battery read_vin', outcome: 'granted' });
		expect(await refusedSets(storage.context, clientId)).toMatchObject({ consents: 0, sets: [] });
	});

	it('tells the commonest sets, and of the others how many consents they were', async () => {
		const clientId = await create();
		const names = PERMISSION_NAMES.slice(0, 14);
		await record(
			clientId,
			...names.flatMap((name, place) => {
				const session = {
					scope: names.join(' '),
					outcome: 'granted',
					refused: [name]
				};
				return place === 13 ? [session, session] : [session];
			})
		);
		const { consents, sets, others } = await refusedSets(storage.context, clientId);
		expect([consents, sets.length, others]).toEqual([15, 12, 2]);
		expect(sets[0]).toEqual({ refused: [names[13]], count: 2 });
	});
});
