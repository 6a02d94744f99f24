import { officialCatalog } from '#lib/access/catalog/official.ts';
import { MAX_REASON_LENGTH } from '#lib/access/publish-reason.ts';
import type { Purposes } from '#lib/access/purposes.ts';
import type { Selection } from '#lib/access/selection.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { versions } from '#lib/server/db/schema.ts';
import { readDraft, saveDraft } from '#lib/server/configurations/drafts.ts';
import {
	getVersion,
	latestVersion,
	mergeCurrentIntoDraft,
	publish,
	restoreIntoDraft
} from '#lib/server/configurations/versions.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { draftOf } from '../../../support/outcome.ts';
import { reasonOf } from '../../../support/reason.ts';
import { START, useStorage } from '../../../support/storage.ts';
import { listVersions } from '../../../support/list-versions.ts';

const storage = useStorage();

const pick = (...codes: string[]): Selection => codes.map((code) => ({ code, required: false }));
let clientId = '';

beforeEach(async () => {
	const created = await createApplication(storage.context, { name: 'Charge Planner' });
	if (created.ok) clientId = created.clientId;
});

async function edit(selection: Selection, purposes: Purposes = {}) {
	const { revision: baseRevision } = await draftOf(storage.context, clientId);
	await saveDraft(storage.context, { clientId, baseRevision, selection, purposes });
}

async function publishNow(message = 'Because', basedOn?: number | null) {
	const [draft, current] = [
		await draftOf(storage.context, clientId),
		await latestVersion(storage.context, clientId)
	];
	return publish(storage.context, {
		clientId,
		basedOn: basedOn === undefined ? (current?.number ?? null) : basedOn,
		draftRevision: draft.revision,
		message
	});
}

describe('publish', () => {
	it('locks in what the draft derives to', async () => {
		await edit([
			{ code: 'odometer-traveleddistance', required: false },
			{ code: 'tractionbattery-range', required: true }
		]);
		expect(await publishNow()).toMatchObject({ ok: true });
		expect(await getVersion(storage.context, clientId, 1)).toEqual({
			number: 1,
			selection: [
				{ code: 'odometer-traveleddistance', required: false },
				{ code: 'tractionbattery-range', required: true }
			],
			access: [
				{
					name: 'read_battery',
					required: true,
					neededBy: ['tractionbattery-range'],
					requiredBy: ['tractionbattery-range']
				},
				{
					name: 'read_odometer',
					required: false,
					neededBy: ['odometer-traveleddistance'],
					requiredBy: []
				}
			],
			purposes: {},
			scope: 'required:read_battery read_odometer',
			message: 'Because',
			verdict: 'widens',
			catalogRevision: officialCatalog.revision,
			publishedBy: 'You',
			publishedAt: START
		});
		expect(await readDraft(storage.context, clientId)).toMatchObject({ basedOn: 1 });
	});

	it('numbers versions without gaps and lists the newest first', async () => {
		for (const code of ['make', 'vin', 'odometer-traveleddistance']) {
			await edit(pick(code));
			await publishNow();
		}
		expect((await listVersions(storage.context, clientId)).map(({ number }) => number)).toEqual([
			3, 2, 1
		]);
	});

	it('takes the first version without a reason', async () => {
		await edit(pick('make'));
		expect(await publishNow('')).toMatchObject({
			ok: true,
			version: { number: 1, verdict: 'widens', message: '' }
		});
	});

	it('asks for a reason when it widens, and not when it narrows', async () => {
		await edit(pick('make'));
		await publishNow();
		await edit(pick('make', 'vin'));
		expect(await publishNow('  ')).toMatchObject({
			kind: 'refused',
			code: 'reason',
			field: 'reason',
			data: { code: 'reason-missing' }
		});
		expect((await listVersions(storage.context, clientId)).length).toBe(1);
		await publishNow();
		await edit(pick('make'));
		expect(await publishNow('')).toMatchObject({
			ok: true,
			version: { verdict: 'narrows', message: '' }
		});
	});

	it('refuses an empty access, an unchanged draft and an endless reason', async () => {
		expect(await publishNow()).toMatchObject({ kind: 'refused', code: 'empty' });
		await edit(pick('id'));
		expect(await publishNow()).toMatchObject({ kind: 'refused', code: 'empty' });
		await edit(pick('make'));
		const endless = 'x'.repeat(MAX_REASON_LENGTH + 1);
		expect(await publishNow(endless)).toMatchObject({
			kind: 'refused',
			data: { code: 'reason-too-long' }
		});
		expect(await publishNow(endless.slice(1))).toMatchObject({ ok: true });
		expect(await publishNow()).toMatchObject({ kind: 'refused', code: 'unchanged' });
	});

	it('refuses a draft that is no longer the one reviewed', async () => {
		await edit(pick('make'));
		const { revision } = await draftOf(storage.context, clientId);
		await edit(pick('vin'));
		expect(
			await publish(storage.context, {
				clientId,
				basedOn: null,
				draftRevision: revision,
				message: 'x'
			})
		).toMatchObject({ kind: 'refused', code: 'draft-changed' });
	});

	it('of two publishers on one base lets one through and shows the other all three sides', async () => {
		await edit(pick('make'));
		await publishNow();
		await edit(pick('make', 'vin'));
		const outcomes = await Promise.all([publishNow('mine', 1), publishNow('theirs', 1)]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
			kind: 'stale',
			now: {
				base: { number: 1, selection: pick('make') },
				mine: { selection: pick('make', 'vin'), purposes: {} },
				theirs: { number: 2, selection: pick('make', 'vin') }
			}
		});
		expect(await listVersions(storage.context, clientId)).toHaveLength(2);
	});

	it('keeps the draft of a refused publisher', async () => {
		await edit(pick('make'));
		await publishNow();
		await edit(pick('make', 'vin'));
		await publishNow('stale', null);
		expect(await readDraft(storage.context, clientId)).toMatchObject({
			selection: pick('make', 'vin')
		});
	});
});

describe('versions', () => {
	it('are never changed and never deleted while the application exists', async () => {
		await edit(pick('make'));
		await publishNow();
		await expect(
			storage.context.write(async ({ db }) => db.update(versions).set({ scope: 'read_vin' }))
		).rejects.toSatisfy((error) => /never changed/.test(reasonOf(error)));
		await expect(storage.context.write(async ({ db }) => db.delete(versions))).rejects.toSatisfy(
			(error) => /only deleted with its application/.test(reasonOf(error))
		);
		expect(await getVersion(storage.context, clientId, 1)).toMatchObject({
			scope: 'read_vehicle_info'
		});
	});

	it('refuses a verdict outside the closed set', async () => {
		await edit(pick('make'));
		await publishNow();
		const [row] = await storage.context.read(async ({ db }) => db.select().from(versions));
		if (!row) throw new Error('nothing was published');
		const odd: Record<string, unknown> = { ...row, number: 2, verdict: 'grows' };
		await expect(
			storage.context.write(async ({ db }) => db.insert(versions).values(odd as typeof row))
		).rejects.toSatisfy((error) => /check constraint.*versions_verdict/i.test(reasonOf(error)));
	});

	it('come back into the draft, as a new revision of it, with what they replace', async () => {
		const [then, now] = [{ read_vehicle_info: 'Then.' }, { read_vin: 'Now.' }];
		await edit(pick('make'), then);
		await publishNow();
		await edit(pick('vin'), now);
		const before = await draftOf(storage.context, clientId);
		expect(await restoreIntoDraft(storage.context, clientId, 1)).toMatchObject({
			draft: { revision: before.revision + 1, selection: pick('make'), purposes: then },
			replaced: { selection: pick('vin'), purposes: now }
		});
		expect(await readDraft(storage.context, clientId)).toMatchObject({ selection: pick('make') });
		expect(await restoreIntoDraft(storage.context, clientId, 99)).toEqual({
			ok: false,
			kind: 'gone',
			what: 'version'
		});
	});
});

describe('mergeCurrentIntoDraft', () => {
	it('keeps what either side changed since their common version, and goes on from the current one', async () => {
		await edit(pick('make', 'vin'));
		await publishNow();
		await edit(pick('make', 'odometer-traveleddistance', 'vin'));
		await publishNow();
		await edit(pick('make'));
		await mergeCurrentIntoDraft(storage.context, clientId, 1);
		expect(await readDraft(storage.context, clientId)).toMatchObject({
			basedOn: 2,
			selection: pick('make', 'odometer-traveleddistance')
		});
	});
});

describe('a code that was renamed after it was stored', () => {
	const stored = pick('powertraintype');
	const today = pick('powertrainType');

	it('is read by its name of today in the draft and in what is published from it', async () => {
		await edit(stored);
		expect((await draftOf(storage.context, clientId)).selection).toEqual(today);
		await publishNow();
		expect((await getVersion(storage.context, clientId, 1))?.selection).toEqual(today);
	});

	it('is read by its name of today in a version that has the former one', async () => {
		await edit(pick('make'));
		await publishNow();
		const first = await latestVersion(storage.context, clientId);
		if (!first) throw new Error('Nothing was published');
		await storage.context.write(async ({ db }) => {
			await db.insert(versions).values({ clientId, ...first, number: 2, selection: stored });
		});
		expect((await getVersion(storage.context, clientId, 2))?.selection).toEqual(today);
		expect((await latestVersion(storage.context, clientId))?.selection).toEqual(today);
		expect(
			(await listVersions(storage.context, clientId)).map(({ selection }) => selection)
		).toEqual([today, pick('make')]);
	});
});
