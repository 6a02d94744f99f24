import { createApplication } from '#lib/server/applications/applications.ts';
import { saveDraft } from '#lib/server/configurations/drafts.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { actions } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/publish/+page.server.ts';
import { formEvent } from '../../../../../support/form-event.ts';
import { done, draftOf } from '../../../../../support/outcome.ts';
import { useStorage } from '../../../../../support/storage.ts';

const storage = useStorage();
const LOCATION = { code: 'location-preciselocation', required: true };

let clientId = '';

beforeEach(async () => {
	({ clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' })));
	const { revision: baseRevision } = await draftOf(storage.context, clientId);
	await saveDraft(storage.context, { clientId, baseRevision, selection: [LOCATION] });
});

function post(body: Record<string, string>): unknown {
	const form = new URLSearchParams({ basedOn: '', revision: '1', reason: 'The map', ...body });
	const event = formEvent(storage.context, { clientId }, form);
	const { makeOptional } = actions;
	if (!makeOptional) throw new TypeError('The page has no such form.');
	return Reflect.apply(makeOptional, undefined, [event]);
}

describe('the button that makes a permission optional', () => {
	it('changes the draft, and the review goes on with the reason that was typed', async () => {
		expect(await post({ permission: 'read_location' })).toEqual({
			kind: 'optional',
			label: 'Location',
			reason: 'The map'
		});
		expect(await draftOf(storage.context, clientId)).toMatchObject({
			selection: [{ ...LOCATION, required: false }]
		});
	});

	it('refuses what is no permission', async () => {
		expect(await post({ permission: 'read_minds' })).toMatchObject({
			status: 400,
			data: {
				kind: 'refused',
				message: 'Nothing was changed: that is no permission.',
				reason: 'The map'
			}
		});
		expect(await draftOf(storage.context, clientId)).toMatchObject({ selection: [LOCATION] });
	});
});
