import { createApplication } from '#lib/server/applications/applications.ts';
import { readSandboxSettings } from '#lib/server/applications/sandbox-settings.ts';
import { describe, expect, it } from 'vitest';
import { protocolAction } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/credentials/protocol/protocol-action.ts';
import { formEvent } from '../../../../../../support/form-event.ts';
import { done } from '../../../../../../support/outcome.ts';
import { useStorage } from '../../../../../../support/storage.ts';

const storage = useStorage();

async function send(body: string) {
	const created = done(await createApplication(storage.context, { name: 'Charge Planner' }));
	const { clientId } = created;
	const event = formEvent(storage.context, { clientId }, new URLSearchParams(body));
	const answer = await protocolAction.protocol(event);
	const { protocol } = await readSandboxSettings(storage.context, clientId);
	return { answer, protocol };
}

describe('the form of the protocol', () => {
	it('saves a protocol', async () => {
		expect(await send('protocol=strict')).toEqual({
			answer: { about: 'protocol', done: 'Saved the protocol' },
			protocol: 'strict'
		});
	});

	it.each([
		['protocol=', ''],
		['protocol=Strict', 'Strict'],
		['protocol=rfc', 'rfc'],
		['', '']
	])('refuses another, and shows what was sent: %j', async (body, value) => {
		expect(await send(body)).toMatchObject({
			answer: {
				status: 400,
				data: { about: 'protocol', error: 'A protocol is platform or strict.', value }
			},
			protocol: 'platform'
		});
	});

	it('answers 404 for an application that is gone', async () => {
		const event = formEvent(
			storage.context,
			{ clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07' },
			new URLSearchParams('protocol=strict')
		);
		await expect(protocolAction.protocol(event)).rejects.toMatchObject({ status: 404 });
	});
});
