import { createApplication } from '#lib/server/applications/applications.ts';
import { readLastApplication } from '#lib/server/applications/last-application.ts';
import { describe, expect, it } from 'vitest';
import { useStorage } from '../../../support/storage.ts';

describe('the application that a browser was on last', () => {
	const storage = useStorage();

	it('is known by its name, and nothing else is', async () => {
		const { context } = storage;
		const created = await createApplication(context, { name: 'Charge Planner', clientId: '' });
		const clientId = created.ok ? created.clientId : '';
		expect(await readLastApplication(context, clientId)).toEqual({
			clientId,
			name: 'Charge Planner'
		});
		for (const other of [undefined, '', `${clientId}'`, '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07'])
			expect(await readLastApplication(context, other)).toBeNull();
	});
});
