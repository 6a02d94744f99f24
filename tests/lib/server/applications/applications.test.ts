import { listApplications } from '#lib/server/applications/application-list.ts';
import {
	createApplication,
	deleteApplication,
	getApplication,
	updateApplication
} from '#lib/server/applications/applications.ts';
import { followOrigin } from '#lib/server/applications/built-in-redirect-uris.ts';
import { drafts, versions } from '#lib/server/db/schema.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { createDemoOnce } from '#lib/server/applications/demo.ts';
import { readDraft, saveDraft } from '#lib/server/configurations/drafts.ts';
import { addRedirectUri } from '#lib/server/applications/redirect-uris.ts';
import {
	mergeCurrentIntoDraft,
	publish,
	restoreIntoDraft
} from '#lib/server/configurations/versions.ts';
import { describe, expect, it } from 'vitest';
import { publishItems } from '../../../support/connect.ts';
import { done, draftOf } from '../../../support/outcome.ts';
import { START, testContext, useStorage } from '../../../support/storage.ts';
import { listVersions } from '../../../support/list-versions.ts';

const storage = useStorage();

const list = async () => (await listApplications(storage.context)).applications;

async function create(name = 'Charge Planner'): Promise<string> {
	const result = await createApplication(storage.context, { name });
	if (!result.ok) throw new Error(result.kind);
	return result.clientId;
}

describe('applications', () => {
	it('gives a new application a UUID, an empty draft and no version', async () => {
		const clientId = await create('  Caf\u0065\u0301 Rides ');
		expect(clientId).toMatch(
			/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
		);
		expect(await getApplication(storage.context, clientId)).toEqual({
			clientId,
			clientIdMadeHere: true,
			name: 'Café Rides',
			mode: 'live',
			redirectUris: [],
			createdAt: START,
			updatedAt: START
		});
		expect(await readDraft(storage.context, clientId)).toMatchObject({
			basedOn: null,
			selection: []
		});
	});

	it.each([
		['', { code: 'name-missing' }],
		['   ', { code: 'name-missing' }],
		['x'.repeat(81), { code: 'name-too-long' }],
		['Charge\u202ePlanner', { code: 'name-unprintable', data: { character: 'U+202E' } }],
		['Charge\u0000Planner', { code: 'name-unprintable', data: { character: 'U+0000' } }],
		['Charge\u200bPlanner', { code: 'name-unprintable', data: { character: 'U+200B' } }],
		['\u3164', { code: 'name-unprintable', data: { character: 'U+3164' } }],
		['Charge\u2800Planner', { code: 'name-unprintable', data: { character: 'U+2800' } }]
	])('refuses the name %j', async (name, refusal) => {
		expect(await createApplication(storage.context, { name })).toEqual({
			ok: false,
			kind: 'refused',
			field: 'name',
			...refusal
		});
		expect(await list()).toEqual([]);
	});

	it('takes a name of exactly 80 characters', async () => {
		expect(await createApplication(storage.context, { name: 'x'.repeat(80) })).toMatchObject({
			ok: true
		});
	});

	it('refuses more than the setting allows', async () => {
		const few = testContext(storage.engine, START, { MAX_APPLICATIONS: '2' });
		for (const name of ['One', 'Two']) {
			expect(await createApplication(few, { name })).toMatchObject({ ok: true });
		}
		expect(await createApplication(few, { name: 'One more' })).toMatchObject({
			ok: false,
			kind: 'refused',
			code: 'too-many-applications',
			field: 'name',
			data: { limit: 2 }
		});
		expect(await createApplication(storage.context, { name: 'One more' })).toMatchObject({
			ok: true
		});
	});

	it('changes name and mode', async () => {
		const clientId = await create();
		expect(
			await updateApplication(storage.context, clientId, { name: 'Fleet', mode: 'simulated' })
		).toEqual({
			ok: true
		});
		expect(await getApplication(storage.context, clientId)).toMatchObject({
			name: 'Fleet',
			mode: 'simulated'
		});
	});

	it('refuses a change to a name that no application may have, and changes nothing', async () => {
		const clientId = await create();
		expect(
			await updateApplication(storage.context, clientId, { name: '  ', mode: 'simulated' })
		).toMatchObject({
			ok: false,
			field: 'name'
		});
		expect(await getApplication(storage.context, clientId)).toMatchObject({
			name: 'Charge Planner',
			mode: 'live'
		});
	});

	it('sums up an application for the list', async () => {
		const clientId = await create();
		await publishItems(
			storage.context,
			clientId,
			'tractionbattery-range',
			'tractionbattery-stateofcharge!'
		);
		const { revision: baseRevision } = await draftOf(storage.context, clientId);
		await saveDraft(storage.context, {
			clientId,
			baseRevision,
			selection: [{ code: 'tractionbattery-stateofcharge', required: true }]
		});
		expect(await list()).toMatchObject([
			{ clientId, selectedItems: 1, permissions: 1, currentVersion: 1, unpublishedChanges: 1 }
		]);
	});

	it('sums up what holds items that the catalog has dropped since', async () => {
		const clientId = await create();
		const selection = [
			{ code: 'dropped-since', required: true },
			{ code: 'make', required: false }
		];
		await storage.context.write(async ({ db }) => db.update(drafts).set({ selection }));
		await storage.context.write(async ({ db }) =>
			db.insert(versions).values({
				clientId,
				number: 1,
				selection,
				access: [],
				scope: 'read_vehicle_info',
				message: '',
				verdict: 'widens',
				catalogRevision: 'an earlier one',
				publishedBy: 'You',
				publishedAt: START
			})
		);
		expect(await list()).toMatchObject([
			{ selectedItems: 1, permissions: 1, currentVersion: 1, unpublishedChanges: 1 }
		]);
	});

	it('says that it was deleted in another window, to whoever still changes it', async () => {
		const clientId = await create();
		await deleteApplication(storage.context, clientId, 'Charge Planner');
		const gone = { ok: false, kind: 'gone', what: 'application' };
		const changes = [
			() => updateApplication(storage.context, clientId, { name: 'Fleet', mode: 'live' }),
			() => addRedirectUri(storage.context, clientId, 'https://example.com/callback'),
			() => saveDraft(storage.context, { clientId, baseRevision: 1, selection: [] }),
			() =>
				publish(storage.context, {
					clientId,
					basedOn: null,
					draftRevision: 1,
					message: ''
				}),
			() => restoreIntoDraft(storage.context, clientId, 1),
			() => mergeCurrentIntoDraft(storage.context, clientId, 1),
			() => deleteApplication(storage.context, clientId, 'Charge Planner')
		];
		for (const change of changes) expect(await change()).toEqual(gone);
	});

	it('is deleted only once its name was typed, and takes everything with it', async () => {
		const clientId = await create();
		await publishItems(storage.context, clientId, 'make');
		expect(await deleteApplication(storage.context, clientId, 'charge planner')).toEqual({
			ok: false,
			kind: 'refused',
			code: 'other-name',
			field: 'confirm',
			data: { name: 'Charge Planner' }
		});
		expect(await listVersions(storage.context, clientId)).toHaveLength(1);
		expect(await deleteApplication(storage.context, clientId, 'Charge Planner')).toEqual({
			ok: true
		});
		expect(await getApplication(storage.context, clientId)).toBeNull();
		expect(await listVersions(storage.context, clientId)).toEqual([]);
		expect(await readDraft(storage.context, clientId)).toBeNull();
	});
});

describe('the demo application', () => {
	it('is created once, and does not come back after it was deleted', async () => {
		await createDemoOnce(storage.context, 'http://127.0.0.1:3000');
		const [demo] = await list();
		expect(demo).toMatchObject({ name: 'Charge Planner', selectedItems: 4, currentVersion: null });
		const application = await getApplication(storage.context, demo?.clientId ?? '');
		expect((await draftOf(storage.context, demo?.clientId ?? '')).selection).toEqual([
			{ code: 'charge-ischarging', required: false },
			{ code: 'odometer-traveleddistance', required: false },
			{ code: 'tractionbattery-range', required: false },
			{ code: 'tractionbattery-stateofcharge', required: true }
		]);
		const sampleAt = (origin: string) => [
			{ uri: `${origin}/sandbox/callback`, isDefault: true, isBuiltIn: true }
		];
		expect(application?.redirectUris).toMatchObject(sampleAt('http://127.0.0.1:3000'));
		await followOrigin(storage.context, 'https://valetkey.example.com');
		expect(
			(await getApplication(storage.context, demo?.clientId ?? ''))?.redirectUris
		).toMatchObject(sampleAt('https://valetkey.example.com'));
		await deleteApplication(storage.context, demo?.clientId ?? '', 'Charge Planner');
		await createDemoOnce(storage.context, 'http://127.0.0.1:3000');
		expect(await list()).toEqual([]);
	});

	it('is known among others until it has a client id of the platform', async () => {
		const { context } = storage;
		const demo = async () => (await listApplications(context)).demo;
		await createApplication(context, { name: 'Charge Planner' });
		expect(await demo()).toBeNull();
		await createDemoOnce(storage.at(START + 1), 'http://127.0.0.1:3000');
		await createApplication(storage.at(START + 2), { name: 'Charge Planner' });
		const [, made] = await list();
		expect(await demo()).toBe(made?.clientId);
		const real = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
		done(await changeClientId(context, made?.clientId ?? '', real));
		expect(await demo()).toBeNull();
	});
});
