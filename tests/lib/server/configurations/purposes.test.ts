import type { PermissionName } from '#lib/access/permission.ts';
import type { Purposes } from '#lib/access/purposes.ts';
import type { Selection } from '#lib/access/selection.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { readDraft, saveDraft, savePurpose } from '#lib/server/configurations/drafts.ts';
import {
	latestVersion,
	mergeCurrentIntoDraft,
	publish
} from '#lib/server/configurations/versions.ts';
import { versions } from '#lib/server/db/schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { done, draftOf } from '../../../support/outcome.ts';
import { reasonOf } from '../../../support/reason.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const pick = (...codes: string[]): Selection => codes.map((code) => ({ code, required: false }));
let clientId = '';

beforeEach(async () => {
	({ clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' })));
});

async function edit(selection: Selection, purposes?: Purposes) {
	const { revision: baseRevision } = await draftOf(storage.context, clientId);
	const told = purposes && { purposes };
	await saveDraft(storage.context, { clientId, baseRevision, selection, ...told });
}

async function publishNow(message = 'Because') {
	const draft = await draftOf(storage.context, clientId);
	const current = await latestVersion(storage.context, clientId);
	const basedOn = current?.number ?? null;
	const { revision: draftRevision } = draft;
	return publish(storage.context, { clientId, basedOn, draftRevision, message });
}

describe('purposes', () => {
	it('are locked in of what is asked for alone, and never changed', async () => {
		await edit(pick('make'), { read_vehicle_info: 'We greet it.', read_vin: 'Not asked for.' });
		await publishNow();
		const purposes = { read_vehicle_info: 'Something else.' };
		await expect(
			storage.context.write(async ({ db }) => db.update(versions).set({ purposes }))
		).rejects.toSatisfy((error) => /never changed/.test(reasonOf(error)));
		expect(await latestVersion(storage.context, clientId)).toMatchObject({
			purposes: { read_vehicle_info: 'We greet it.' }
		});
	});

	it('are said one at a time, whatever else was saved meanwhile', async () => {
		const say = (name: PermissionName, purpose: string) =>
			savePurpose(storage.context, { clientId, name, told: { purpose } });
		await edit(pick('make'), { read_vehicle_info: 'We greet it.' });
		const { revision } = await draftOf(storage.context, clientId);
		await Promise.all([say('read_vin', 'One.'), say('read_battery', 'Another.')]);
		expect(await say('read_vehicle_info', '')).toEqual(await draftOf(storage.context, clientId));
		expect(await draftOf(storage.context, clientId)).toMatchObject({
			revision: revision + 3,
			selection: pick('make'),
			purposes: { read_battery: 'Another.', read_vin: 'One.' }
		});
		const gone = { clientId: 'gone', name: 'read_vin', told: { purpose: 'One.' } } as const;
		expect(await savePurpose(storage.context, gone)).toBeNull();
	});

	it('are kept with what stops without them, which a form that does not ask leaves alone', async () => {
		const say = (told: { purpose: string; without?: string }) =>
			savePurpose(storage.context, { clientId, name: 'read_vehicle_info', told });
		await edit(pick('make'));
		await publishNow();
		await say({ purpose: 'We greet it.', without: 'No greeting.' });
		await say({ purpose: 'We say hello.' });
		const purposes = { read_vehicle_info: { purpose: 'We say hello.', without: 'No greeting.' } };
		expect(await readDraft(storage.context, clientId)).toMatchObject({ purposes });
		// A change of it alone is published without a reason.
		await publishNow('');
		await say({ purpose: 'We say hello.', without: 'Silence.' });
		expect(await publishNow('')).toMatchObject({ ok: true, version: { verdict: 'none' } });
		expect(await latestVersion(storage.context, clientId)).toMatchObject({
			purposes: { read_vehicle_info: { purpose: 'We say hello.', without: 'Silence.' } }
		});
		await say({ purpose: '', without: '' });
		expect(await readDraft(storage.context, clientId)).toMatchObject({ purposes: {} });
	});

	it('are published alone, without a reason', async () => {
		await edit(pick('make'));
		await publishNow();
		await edit(pick('make'), { read_vehicle_info: 'We greet it.' });
		expect(await publishNow('')).toMatchObject({
			ok: true,
			version: { verdict: 'none', purposes: { read_vehicle_info: 'We greet it.' } }
		});
		expect(await publishNow('')).toMatchObject({ kind: 'refused', code: 'unchanged' });
	});

	it('that either side changed are merged, and mine stands where both did', async () => {
		await edit(pick('make', 'vin'), { read_vin: 'Base.', read_vehicle_info: 'Base.' });
		await publishNow();
		await edit(pick('make', 'vin'), { read_vin: 'Theirs.', read_vehicle_info: 'Theirs.' });
		await publishNow();
		await edit(pick('make', 'vin'), { read_vin: 'Base.', read_vehicle_info: 'Mine.' });
		await mergeCurrentIntoDraft(storage.context, clientId, 1);
		expect(await readDraft(storage.context, clientId)).toMatchObject({
			purposes: { read_vin: 'Theirs.', read_vehicle_info: 'Mine.' }
		});
	});
});
