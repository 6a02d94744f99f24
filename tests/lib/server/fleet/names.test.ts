import { createApplication } from '#lib/server/applications/applications.ts';
import { nameVehicles } from '#lib/server/fleet/names.ts';
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
