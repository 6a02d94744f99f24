import { createApplication, getApplication } from '#lib/server/applications/applications.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { actions } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/settings/+page.server.ts';
import { formEvent } from '../../../../../support/form-event.ts';
import { done } from '../../../../../support/outcome.ts';
import { useStorage } from '../../../../../support/storage.ts';

const storage = useStorage();

let clientId = '';

beforeEach(async () => {
	({ clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' })));
});

function save(body: string): unknown {
	const event = formEvent(storage.context, { clientId }, new URLSearchParams(body));
	const { save: action } = actions;
	if (!action) throw new TypeError('The page has no such form.');
	return Reflect.apply(action, undefined, [event]);
}

describe('the form of the settings', () => {
	it('saves name and mode', async () => {
		expect(await save('name=Fleet&mode=simulated')).toEqual({ form: 'save', saved: true });
		expect(await getApplication(storage.context, clientId)).toMatchObject({
			name: 'Fleet',
			mode: 'simulated'
		});
	});

	it('refuses an unknown mode, and shows what was typed', async () => {
		expect(await save('name=Fleet&mode=test')).toMatchObject({
			status: 400,
			data: {
				form: 'save',
				name: 'Fleet',
				mode: 'test',
				field: 'mode',
				error: 'A mode is live or simulated.'
			}
		});
		expect(await getApplication(storage.context, clientId)).toMatchObject({
			name: 'Charge Planner',
			mode: 'live'
		});
	});

	it('refuses a name that no application may have', async () => {
		expect(await save('mode=live')).toMatchObject({
			status: 400,
			data: {
				form: 'save',
				name: '',
				mode: 'live',
				field: 'name',
				error: 'Give the application a name; vehicle owners will read it.'
			}
		});
	});
});
