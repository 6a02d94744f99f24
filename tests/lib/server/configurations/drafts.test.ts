import type { PermissionName } from '#lib/access/permission.ts';
import type { Purposes } from '#lib/access/purposes.ts';
import { sameSelection, type Selection } from '#lib/access/selection.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { drafts } from '#lib/server/db/schema.ts';
import {
	readDraft,
	saveDraft,
	saveOptional,
	type Draft
} from '#lib/server/configurations/drafts.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../support/outcome.ts';
import { useStorage } from '../../../support/storage.ts';
import { anyCanonicalSelection } from '../../access/arbitrary.ts';

const storage = useStorage();

const HOSTILE = `'); drop table drafts; -- <script>\\u0000</script> {app} 🔋`;

const pick = (...codes: string[]): Selection => codes.map((code) => ({ code, required: false }));

async function create(): Promise<string> {
	const created = await createApplication(storage.context, { name: 'Charge Planner' });
	if (!created.ok) throw new Error(created.kind);
	return created.clientId;
}

/** What one of three windows does next: looks at the draft, or saves over what it saw last. */
const anyStep = fc.record({
	window: fc.nat({ max: 2 }),
	selection: fc.option(anyCanonicalSelection)
});

describe('saveDraft', () => {
	it('refuses a save on top of another one and hands back what stands', async () => {
		const clientId = await create();
		const { revision: baseRevision } = await draftOf(storage.context, clientId);
		await saveDraft(storage.context, { clientId, baseRevision, selection: pick('make') });
		expect(
			await saveDraft(storage.context, { clientId, baseRevision, selection: pick('vin') })
		).toMatchObject({
			kind: 'stale',
			now: { revision: baseRevision + 1, selection: pick('make') }
		});
		expect(await readDraft(storage.context, clientId)).toMatchObject({ selection: pick('make') });
	});

	it('takes the same save twice, and writes it once', async () => {
		const clientId = await create();
		const { revision: baseRevision } = await draftOf(storage.context, clientId);
		const save = { clientId, baseRevision, selection: pick('make') };
		const first = await saveDraft(storage.context, save);
		expect(first).toMatchObject({ ok: true, draft: { revision: baseRevision + 1 } });
		expect(await saveDraft(storage.context, save)).toEqual(first);
	});

	it('of saves at the same moment keeps one and refuses the others', async () => {
		const clientId = await create();
		const { revision: baseRevision } = await draftOf(storage.context, clientId);
		const outcomes = await Promise.all(
			['make', 'vin', 'odometer-traveleddistance'].map((code) =>
				saveDraft(storage.context, { clientId, baseRevision, selection: pick(code) })
			)
		);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		const others = outcomes.filter(({ ok }) => !ok);
		expect(others).toMatchObject([{ kind: 'stale' }, { kind: 'stale' }]);
	});

	it('takes no revision of another application’s draft', async () => {
		const [one, other] = [await create(), await create()];
		for (let count = 0; count < 5; count++) {
			const { revision: baseRevision } = await draftOf(storage.context, other);
			await saveDraft(storage.context, { clientId: other, baseRevision, selection: pick('make') });
		}
		const { revision: baseRevision } = await draftOf(storage.context, other);
		const outcome = await saveDraft(storage.context, {
			clientId: one,
			baseRevision,
			selection: pick('vin')
		});
		expect(outcome).toMatchObject({ kind: 'stale' });
		expect(await readDraft(storage.context, one)).toMatchObject({ selection: [] });
	});

	it('keeps the purposes that it says nothing of, and replaces those it names', async () => {
		const clientId = await create();
		const save = async (content: { selection: Selection; purposes?: Purposes }) => {
			const { revision: baseRevision } = await draftOf(storage.context, clientId);
			await saveDraft(storage.context, { clientId, baseRevision, ...content });
			return draftOf(storage.context, clientId);
		};
		expect((await draftOf(storage.context, clientId)).purposes).toEqual({});
		const purposes = { read_vin: HOSTILE, read_battery: 'Waits until it is asked for.' };
		expect(await save({ selection: pick('vin'), purposes })).toMatchObject({ purposes });
		expect(await save({ selection: pick('make') })).toMatchObject({
			selection: pick('make'),
			purposes
		});
		expect(await save({ selection: pick('make'), purposes: {} })).toMatchObject({ purposes: {} });
	});

	it('never replaces a save that the window has not seen', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyStep, { maxLength: 20 }), async (steps) => {
				const clientId = await create();
				let stored: Draft = await draftOf(storage.context, clientId);
				const seen = [stored, stored, stored];
				for (const { window, selection } of steps) {
					if (selection === null) {
						seen[window] = await draftOf(storage.context, clientId);
					} else {
						const baseRevision = seen[window]?.revision ?? 0;
						const outcome = await saveDraft(storage.context, { clientId, baseRevision, selection });
						const isSeen = baseRevision === stored.revision;
						expect(outcome.ok).toBe(isSeen || sameSelection(selection, stored.selection));
						if (outcome.ok) {
							expect(outcome.draft).toEqual(
								isSeen
									? {
											...stored,
											revision: baseRevision + 1,
											selection,
											updatedAt: expect.any(Number)
										}
									: stored
							);
							seen[window] = stored = outcome.draft;
						} else {
							expect(outcome).toEqual({ ok: false, kind: 'stale', now: stored });
						}
					}
					expect(await readDraft(storage.context, clientId)).toEqual(stored);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

describe('saveOptional', () => {
	const LOCATION = { code: 'location-preciselocation', required: true };
	const CHARGE = { code: 'tractionbattery-stateofcharge', required: true };

	it('frees a permission from what locks it, whatever else was saved meanwhile', async () => {
		const clientId = await create();
		const { revision: baseRevision } = await draftOf(storage.context, clientId);
		const selection = [LOCATION, CHARGE];
		await saveDraft(storage.context, { clientId, baseRevision, selection });
		const free = async (name: PermissionName) => saveOptional(storage.context, { clientId, name });
		expect(await free('read_odometer')).toMatchObject({ revision: baseRevision + 1, selection });
		const freed = await free('read_location');
		expect(freed).toMatchObject({
			revision: baseRevision + 2,
			selection: [{ ...LOCATION, required: false }, CHARGE]
		});
		expect(await draftOf(storage.context, clientId)).toEqual(freed);
	});

	it('tells when the application is gone', async () => {
		const gone = { clientId: 'gone', name: 'read_vin' } as const;
		expect(await saveOptional(storage.context, gone)).toBeNull();
	});
});

describe('readDraft', () => {
	it('leaves out what the catalog has dropped since', async () => {
		const clientId = await create();
		await storage.context.write(async ({ db }) =>
			db.update(drafts).set({ selection: pick('dropped-since', 'make') })
		);
		expect(await readDraft(storage.context, clientId)).toMatchObject({ selection: pick('make') });
	});
});
