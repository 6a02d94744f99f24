import { createApplication } from '#lib/server/applications/applications.ts';
import { listSessions, SESSIONS_PER_PAGE } from '#lib/server/connect/session-list.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordSessions } from '../../../support/connect-sessions.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
let clientId = '';

/** Four pages, three sessions of the same time each. */
const COUNT = SESSIONS_PER_PAGE * 3 + 10;

beforeEach(async () => {
	const created = await createApplication(storage.context, { name: 'Charge Planner' });
	if (!created.ok) throw new Error(created.kind);
	clientId = created.clientId;
	await recordSessions(
		storage.context,
		clientId,
		...Array.from({ length: COUNT }, (_, n) => ({ id: idOf(n), startedAt: timeOf(n) }))
	);
});

const idOf = (n: number) => `s-${String(n).padStart(4, '0')}`;
const timeOf = (n: number) => REHEARSED_START + Math.floor(n / 3) * 1000;

const list = async (page: number, key?: string) => {
	const found = await listSessions(storage.context, clientId, { page, key });
	return { ...found, ids: found.sessions.map(({ id }) => id) };
};
const remove = (ids: readonly string[]) =>
	storage.context.write(async ({ db }) =>
		db.delete(connectSessions).where(inArray(connectSessions.id, [...ids]))
	);

describe('a page found by the edge of its neighbour', () => {
	it('is the one that its number names, onwards and back', async () => {
		const counted = await Promise.all([1, 2, 3, 4].map(async (page) => (await list(page)).ids));
		expect(counted.flat()).toEqual(Array.from({ length: COUNT }, (_, n) => idOf(COUNT - 1 - n)));
		let shown = await list(1);
		for (const page of [2, 3, 4]) {
			shown = await list(page, shown.edges.after);
			expect(shown.ids).toEqual(counted[page - 1]);
		}
		for (const page of [3, 2, 1]) {
			shown = await list(page, shown.edges.before);
			expect(shown).toMatchObject({ page, ids: counted[page - 1] });
		}
	});

	it('repeats nothing where new rows came in front meanwhile', async () => {
		const first = await list(1);
		await recordSessions(storage.context, clientId, {
			id: 'new',
			startedAt: REHEARSED_START + 9e6
		});
		const second = await list(2, first.edges.after);
		expect(second.ids[0]).toBe(idOf(COUNT - 1 - SESSIONS_PER_PAGE));
	});

	it('goes on where the row at the edge is gone', async () => {
		const first = await list(1);
		await remove(first.ids.slice(-1));
		const second = await list(2, first.edges.after);
		expect(second.ids[0]).toBe(idOf(COUNT - 1 - SESSIONS_PER_PAGE));
	});

	it('is the first where fewer rows than a page lie before the edge', async () => {
		const third = await list(3);
		await remove((await list(1)).ids);
		expect(await list(2, third.edges.before)).toMatchObject({ page: 2 });
		await remove((await list(1)).ids.slice(1));
		expect(await list(2, third.edges.before)).toMatchObject({ page: 1 });
	});

	it.each(['', 'after', 'after-x-y', 'beside-1-a', `after-${'9'.repeat(16)}-a`, 'after-1-a b'])(
		'is counted out where the key is “%s”',
		async (key) => {
			expect(await list(2, key)).toEqual(await list(2));
		}
	);

	it('is counted out where nothing lies after the edge', async () => {
		expect(await list(3, 'after-0-a')).toEqual(await list(3));
	});
});
