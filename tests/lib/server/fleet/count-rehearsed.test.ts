import { createApplication } from '#lib/server/applications/applications.ts';
import { addKinds } from '#lib/server/fleet/add-kinds.ts';
import { countRehearsed, MOST_COUNTED } from '#lib/server/fleet/count-rehearsed.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertConnection } from '../../../support/connections.ts';
import { done } from '../../../support/outcome.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();
let clientId = '';

beforeEach(async () => {
	({ clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' })));
});

async function connect(number: number, to = clientId): Promise<void> {
	for (let index = 0; index < number; index++)
		await insertConnection(storage.context, { id: `${to} ${index}`, clientId: to });
}

describe('countRehearsed', () => {
	it('counts nothing at first', async () => {
		expect(await countRehearsed(storage.context, clientId)).toEqual({
			vehicles: 0,
			connections: 0
		});
	});

	it('counts all vehicles, and the connections of the application alone', async () => {
		const other = done(await createApplication(storage.context, { name: 'Fleet' }));
		await addKinds(storage.context);
		await connect(2);
		await connect(1, other.clientId);
		expect(await countRehearsed(storage.context, clientId)).toEqual({
			vehicles: PROFILES.length + 3,
			connections: 2
		});
	});

	it('counts no further than it says', async () => {
		await connect(MOST_COUNTED + 1);
		expect(await countRehearsed(storage.context, clientId)).toEqual({
			vehicles: MOST_COUNTED,
			connections: MOST_COUNTED
		});
	});
});
