import { permissionUses, vehicleCalls } from '#lib/server/db/call-schema.ts';
import { monthOf } from '#lib/server/month.ts';
import { pruneSome } from '#lib/server/pruning/prune.ts';
import { DAY } from '#lib/server/keep-days.ts';
import { expect, it } from 'vitest';
import { connect, newApplication } from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { START, testContext, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

it('counts of calls go a month at a time, after more than a year; last uses stay', async () => {
	const clientId = await newApplication(storage.context);
	await connect(storage.context, clientId);
	const [connection] = await listConnections(storage.context, clientId);
	if (!connection) throw new TypeError('No connection');
	await storage.context.write(async ({ db }) => {
		for (const days of [0, 40, 399, 401, 440]) {
			const month = monthOf(START - days * DAY);
			await db
				.insert(vehicleCalls)
				.values({ clientId, vehicleId: connection.vehicle.id, month, calls: 3 })
				.onConflictDoNothing();
		}
		const use = { connectionId: connection.id, permission: 'read_battery', lastUsedAt: 1 };
		await db.insert(permissionUses).values(use);
	});
	const months = () =>
		storage.context.read(async ({ db }) => {
			const rows = await db.select({ month: vehicleCalls.month }).from(vehicleCalls);
			return rows.map(({ month }) => month).sort();
		});
	expect(await months()).toEqual(['2025-09', '2025-10', '2026-10', '2026-11']);
	const keeping = (days: string) => testContext(storage.engine, START, { KEEP_CALLS_DAYS: days });
	expect(await pruneSome(keeping('off'))).toBe(false);
	while (await pruneSome(storage.context));
	expect(await months()).toEqual(['2025-10', '2026-10', '2026-11']);
	while (await pruneSome(keeping('31')));
	expect(await months()).toEqual(['2026-10', '2026-11']);
	expect(await storage.context.read(({ db }) => db.$count(permissionUses))).toBe(1);
});
