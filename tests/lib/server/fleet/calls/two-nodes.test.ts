import { flushCalls } from '#lib/server/fleet/calls/flush.ts';
import { lastUsesOf } from '#lib/server/fleet/calls/last-uses.ts';
import { pendingOf } from '#lib/server/fleet/calls/pending.ts';
import type { Context } from '#lib/server/context.ts';
import { vehicleCalls } from '#lib/server/db/call-schema.ts';
import { expect, it } from 'vitest';
import { insertConnection } from '../../../../support/connections.ts';
import { newApplication } from '../../../../support/connect.ts';
import { useTwoNodes } from '../../../../support/two-nodes.ts';

const nodes = useTwoNodes();

it('two servers that write at once count every call, and none twice', async () => {
	const clientId = await newApplication(nodes.one());
	const ids = Array.from({ length: 15 }, (_, index) => `${index}`);
	for (const id of ids) await insertConnection(nodes.one(), { id, clientId });
	const rounds = 6;
	for (let round = 0; round < rounds; round += 1) {
		await Promise.all(
			[nodes.one(), nodes.other()].map((node, index) => {
				// In another order, so that they meet.
				for (const id of index === 0 ? ids : ids.toReversed()) {
					const counted = { clientId, vehicleId: `vehicle-of-${id}`, month: '2026-12' };
					pendingOf(node).count(counted);
				}
				return flushCalls(node);
			})
		);
	}
	const rows = await nodes.one().read(async ({ db }) => db.select().from(vehicleCalls));
	expect(rows.map(({ calls }) => calls)).toEqual(ids.map(() => 2 * rounds));
});

it('a use that one server could not write sets back none that another wrote since', async () => {
	const clientId = await newApplication(nodes.one());
	await insertConnection(nodes.one(), { id: 'a', clientId });
	const use = (node: Context, lastUsedAt: number) =>
		pendingOf(node).note({ connectionId: 'a', permission: 'read_vin', lastUsedAt });
	const lastUse = async () => (await lastUsesOf(nodes.one(), 'a')).get('read_vin');
	use(nodes.one(), 1000);
	const failing = { ...nodes.one(), note: () => Promise.reject(new Error('Disk full')) };
	await expect(flushCalls(failing)).rejects.toThrow('Disk full');
	use(nodes.other(), 2000);
	await flushCalls(nodes.other());
	await flushCalls(nodes.one());
	expect(await lastUse()).toBe(2000);
	use(nodes.one(), 3000);
	await flushCalls(nodes.one());
	expect(await lastUse()).toBe(3000);
});
