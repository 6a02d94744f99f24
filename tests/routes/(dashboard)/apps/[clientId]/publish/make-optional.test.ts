import { createApplication } from '#lib/server/applications/applications.ts';
import type { Selection } from '#lib/access/selection.ts';
import { saveDraft, type Draft } from '#lib/server/configurations/drafts.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { actions } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/publish/+page.server.ts';
import { formEvent } from '../../../../../support/form-event.ts';
import { done, draftOf } from '../../../../../support/outcome.ts';
import { useStorage } from '../../../../../support/storage.ts';

const storage = useStorage();
const ODOMETER = { code: 'odometer-traveleddistance', required: true };
const LOCATION = { code: 'location-preciselocation', required: true };

let clientId = '';

beforeEach(async () => {
	({ clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' })));
	await inAnotherWindow([LOCATION]);
});

async function inAnotherWindow(selection: Selection): Promise<Draft> {
	const { revision: baseRevision } = await draftOf(storage.context, clientId);
	return done(await saveDraft(storage.context, { clientId, baseRevision, selection })).draft;
}

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

	it('says so where another window took it out meanwhile', async () => {
		const { revision } = await inAnotherWindow([ODOMETER]);
		expect(await post({ permission: 'read_location' })).toMatchObject({
			status: 409,
			data: {
				message: expect.stringMatching(/^Nothing was changed: .* no longer asks for Location\./),
				reason: 'The map'
			}
		});
		expect(await draftOf(storage.context, clientId)).toMatchObject({
			revision,
			selection: [ODOMETER]
		});
	});

	it('keeps what another window added meanwhile, and writes nothing twice', async () => {
		const { revision } = await inAnotherWindow([LOCATION, ODOMETER]);
		for (const once of ['first', 'second'])
			expect(await post({ permission: 'read_location' }), once).toMatchObject({ kind: 'optional' });
		expect(await draftOf(storage.context, clientId)).toMatchObject({
			revision: revision + 1,
			selection: [{ ...LOCATION, required: false }, ODOMETER]
		});
	});

	it.each([
		'read_minds',
		'',
		'constructor',
		'__proto__',
		'READ_LOCATION',
		' read_location',
		'read_location\0',
		'location-preciselocation',
		'x'.repeat(1000)
	])('refuses what is no permission (%#)', async (permission) => {
		expect(await post({ permission })).toMatchObject({
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
