import type { Selection } from '#lib/access/selection.ts';
import { saveDraft } from '#lib/server/configurations/drafts.ts';
import {
	pageOfVersions,
	scopesBetween,
	tellCurrent,
	tellVersion,
	VERSIONS_PER_PAGE,
	wholeOf
} from '#lib/server/configurations/told-versions.ts';
import { latestVersion, publish } from '#lib/server/configurations/versions.ts';
import { versions } from '#lib/server/db/schema.ts';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { draftOf } from '../../../support/outcome.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const pick = (...codes: string[]): Selection => codes.map((code) => ({ code, required: false }));
const [ONE, OTHER] = [pick('make'), pick('odometer-traveleddistance')];
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(storage.context);
});

/** Publishes so many versions, each with another selection than the one before. */
async function publishMany(count: number): Promise<void> {
	for (let number = 1; number <= count; number++) {
		const { revision: baseRevision } = await draftOf(storage.context, clientId);
		const selection = number % 2 === 0 ? ONE : OTHER;
		await saveDraft(storage.context, { clientId, baseRevision, selection });
		const published = await publish(storage.context, {
			clientId,
			basedOn: number === 1 ? null : number - 1,
			draftRevision: baseRevision + 1,
			message: 'Because'
		});
		if (!published.ok) throw new Error(published.kind);
	}
}

/** Keeps one more version, of which something is no longer what was once written. */
async function keepDamaged(
	column: 'selection' | 'access' | 'purposes',
	{ isCurrent } = { isCurrent: false }
): Promise<number> {
	const last = await latestVersion(storage.context, clientId);
	if (!last) throw new Error('Nothing was published');
	const number = last.number + 1;
	const damaged = { ...last, number, clientId, [column]: sql`'"no list"'` };
	await storage.context.write(async ({ db }) => {
		await db.insert(versions).values(damaged);
		if (isCurrent) return;
		await db.insert(versions).values({ ...last, number: number + 1, clientId });
	});
	return number;
}

describe('pageOfVersions', () => {
	const ALL = VERSIONS_PER_PAGE + 2;

	it.each([
		[0, { page: 1, first: ALL, last: 3, previous: 2, next: null }],
		[1, { page: 1, first: ALL, last: 3, previous: 2, next: null }],
		[2, { page: 2, first: 2, last: 1, previous: null, next: 3 }],
		[9, { page: 2, first: 2, last: 1, previous: null, next: 3 }]
	])('asked for page %i it gives %o', async (wanted, { page, first, last, previous, next }) => {
		await publishMany(ALL);
		const found = await pageOfVersions(storage.context, clientId, wanted);
		expect(found).toMatchObject({ total: ALL, page, pages: 2 });
		expect(found.versions.at(0)?.number).toBe(first);
		expect(found.versions.at(-1)?.number).toBe(last);
		expect(found.previous?.number ?? null).toBe(previous);
		expect(found.next?.number ?? null).toBe(next);
	});

	it('is one empty page before the first version', async () => {
		expect(await pageOfVersions(storage.context, clientId, 1)).toEqual({
			total: 0,
			page: 1,
			pages: 1,
			versions: [],
			previous: null,
			next: null
		});
	});
});

describe('scopesBetween', () => {
	it.each([
		[1, 4, ['2 read_vehicle_info', '3 read_odometer']],
		[3, 9, ['4 read_vehicle_info']],
		[1, 2, []],
		[4, 1, []]
	])('of %i and %i are those of the versions between', async (after, before, scopes) => {
		await publishMany(4);
		const found = await scopesBetween(storage.context, clientId, { after, before });
		expect(found.map(({ number, scope }) => `${number} ${scope}`)).toEqual(scopes);
	});
});

describe('a damaged version', () => {
	it.each(['selection', 'access', 'purposes'] as const)(
		'whose %s cannot be read keeps its place and what else is known of it',
		async (column) => {
			await publishMany(1);
			const number = await keepDamaged(column);
			const { versions: told } = await pageOfVersions(storage.context, clientId, 1);
			expect(told).toMatchObject([
				{ number: number + 1, locked: { selection: OTHER } },
				{ number, locked: null, scope: 'read_odometer', message: 'Because' },
				{ number: number - 1, locked: { selection: OTHER } }
			]);
			expect(await tellVersion(storage.context, clientId, number)).toEqual(told[1]);
		}
	);

	it('is told when it is the current one', async () => {
		expect(await tellCurrent(storage.context, clientId)).toBeNull();
		await publishMany(1);
		const whole = await tellCurrent(storage.context, clientId);
		expect(whole && wholeOf(whole)).toEqual(await latestVersion(storage.context, clientId));
		const number = await keepDamaged('access', { isCurrent: true });
		const damaged = await tellCurrent(storage.context, clientId);
		expect(damaged).toMatchObject({ number, locked: null, scope: 'read_odometer' });
		expect(damaged && wholeOf(damaged)).toBeNull();
	});

	it('is none that never was', async () => {
		expect(await tellVersion(storage.context, clientId, 1)).toBeNull();
	});
});
