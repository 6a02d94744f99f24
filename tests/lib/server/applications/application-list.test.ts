import {
	APPLICATIONS_PER_PAGE,
	listApplicationNames,
	listApplications,
	MENU_SIZE
} from '#lib/server/applications/application-list.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { describe, expect, it } from 'vitest';
import { publishItems } from '../../../support/connect.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

async function create(name: string, at = START): Promise<string> {
	const created = await createApplication(storage.at(at), { name });
	if (!created.ok) throw new Error(created.kind);
	return created.clientId;
}

const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

describe('listApplications', () => {
	it('gives the oldest first, 50 on a page, by number or by key', async () => {
		const names = Array.from({ length: APPLICATIONS_PER_PAGE + 2 }, (_, n) => `App ${n}`);
		for (const [n, name] of names.entries()) await create(name, START + n);
		const first = await listApplications(storage.context);
		expect(first).toMatchObject({ page: 1, pages: 2, total: names.length, count: names.length });
		expect(namesOf(first.applications)).toEqual(names.slice(0, APPLICATIONS_PER_PAGE));
		const second = await listApplications(storage.context, { page: 2, key: first.edges.after });
		expect(namesOf(second.applications)).toEqual(names.slice(APPLICATIONS_PER_PAGE));
		expect(await listApplications(storage.context, { page: 9 })).toEqual(second);
	});

	it('reads the latest version of each, and of no other', async () => {
		const [one, two, none] = [
			await create('One'),
			await create('Two', START + 1),
			await create('None', START + 2)
		];
		await publishItems(storage.context, one, 'make');
		await publishItems(storage.context, one, 'make', 'tractionbattery-range');
		await publishItems(storage.context, two, 'make');
		const { applications } = await listApplications(storage.context);
		expect(applications.map(({ clientId, currentVersion }) => [clientId, currentVersion])).toEqual([
			[one, 2],
			[two, 1],
			[none, null]
		]);
	});

	it.each([
		['fleet', ['Fleet 100%', 'My FLEET']],
		['  100% ', ['Fleet 100%']],
		['_', ['a_b']],
		['\\', ['c\\d']],
		['100_', []],
		['nothing', []]
	])('finds “%s”', async (search, expected) => {
		for (const [n, name] of ['Fleet 100%', 'My FLEET', 'a_b', 'c\\d'].entries()) {
			await create(name, START + n);
		}
		const found = await listApplications(storage.context, { search });
		expect(namesOf(found.applications)).toEqual(expected);
		expect(found).toMatchObject({ total: 4, count: expected.length });
	});

	it('finds by the beginning of a client id, in either case', async () => {
		const clientId = await create('Planner');
		const find = async (search: string) =>
			namesOf((await listApplications(storage.context, { search })).applications);
		expect(await find(clientId.slice(0, 13).toUpperCase())).toEqual(['Planner']);
		expect(await find(clientId.slice(1))).toEqual([]);
	});
});

describe('listApplicationNames', () => {
	it('gives the newest alone, and counts all', async () => {
		for (let n = 0; n < MENU_SIZE + 2; n++) await create(`App ${n}`, START + n);
		const menu = await listApplicationNames(storage.context);
		expect(menu.count).toBe(MENU_SIZE + 2);
		expect(namesOf(menu.names)).toEqual(
			Array.from({ length: MENU_SIZE }, (_, n) => `App ${n + 2}`)
		);
	});

	it('searches among all', async () => {
		for (let n = 0; n < MENU_SIZE + 2; n++) await create(`App ${n}`, START + n);
		const menu = await listApplicationNames(storage.context, 'app 0');
		expect(namesOf(menu.names)).toEqual(['App 0']);
		expect(menu.count).toBe(1);
	});
});
