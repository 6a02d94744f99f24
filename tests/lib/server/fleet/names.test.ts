import { createApplication } from '#lib/server/applications/applications.ts';
import { listConnectedVehicles, nameKnownVehicles, nameVehicles } from '#lib/server/fleet/names.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { toldIds } from '#lib/server/db/vehicle-schema.ts';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { insertConnection } from '../../../support/connections.ts';
import { done } from '../../../support/outcome.ts';
import { useStorage } from '../../../support/storage.ts';
import { addVehicle } from '#lib/server/fleet/add-vehicle.ts';

const storage = useStorage();

it('names vehicles, with an application that is connected where there is one', async () => {
	const { clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' }));
	await insertConnection(storage.context, { id: 'a', clientId });
	const { id } = done(
		await addVehicle(storage.context, { make: 'VOLKSWAGEN', model: 'ID.4', year: 2023 })
	);
	const named = await nameVehicles(storage.context, ['vehicle-of-a', id, id, 'nothing']);
	expect(Object.fromEntries(named)).toEqual({
		'vehicle-of-a': { name: 'Chevrolet Volt 2023', clientId },
		[id]: { name: 'Volkswagen ID.4 2023', clientId: null }
	});
	expect(await nameVehicles(storage.context, [])).toEqual(new Map());
});

it('names vehicles by the ids under which applications know them as well', async () => {
	const { clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' }));
	await insertConnection(storage.context, { id: 'a', clientId });
	const told = crypto.randomUUID();
	await storage.context.write(({ db }) =>
		db.insert(toldIds).values({ id: told, vehicleId: 'vehicle-of-a', mode: 'live' })
	);
	const named = await nameKnownVehicles(storage.context, [told, 'vehicle-of-a', 'nothing']);
	expect(Object.fromEntries(named)).toEqual({
		[told]: 'Chevrolet Volt 2023',
		'vehicle-of-a': 'Chevrolet Volt 2023'
	});
	expect(await nameKnownVehicles(storage.context, [])).toEqual(new Map());
});

it('lists what an application is connected to, each vehicle once', async () => {
	const { clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' }));
	const { clientId: other } = done(await createApplication(storage.context, { name: 'Other' }));
	await insertConnection(storage.context, { id: 'a', clientId });
	await insertConnection(storage.context, { id: 'b', clientId: other });
	await storage.context.write(async ({ db }) => {
		const [row] = await db.select().from(connections).where(eq(connections.id, 'a'));
		if (row) await db.insert(connections).values({ ...row, id: 'live', mode: 'live' });
	});
	expect(await listConnectedVehicles(storage.context, clientId)).toEqual([
		{ id: 'vehicle-of-a', name: 'Chevrolet Volt 2023' }
	]);
});
