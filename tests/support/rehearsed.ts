import { faultRules, itemUses, recordings, requests } from '#lib/server/db/recorder-schema.ts';
import type { Db } from '#lib/server/engine.ts';

/** What tests of the application leave behind: a request, what it used, and a fault. */
export async function rehearse(db: Db, clientId: string): Promise<void> {
	const side = { headers: [], body: null, cut: 0 };
	const none = { unreadHeaders: [], unreadFields: [], items: [], missing: [], vehicle: null };
	await db.insert(requests).values({
		...{
			clientId,
			at: 1,
			machineAt: 1,
			requestId: 'of-a-test',
			method: 'GET',
			path: '/v3/connections'
		},
		...{ status: 200, duration: 1, sides: { asked: side, answered: side, ...none } }
	});
	const used = { clientId, code: 'charge-ischarging', calls: 1, refused: 0, firstAt: 1, lastAt: 1 };
	await db.insert(itemUses).values(used);
	await db.insert(recordings).values({ clientId, begunAt: 1 });
	const rule = { id: 'of-a-test', position: 1, clientId, fault: 'LATENCY', createdAt: 1 };
	await db.insert(faultRules).values(rule);
}
