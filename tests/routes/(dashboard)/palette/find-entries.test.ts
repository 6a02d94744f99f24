import { COMMANDS, type Command } from '#lib/state/commands.ts';
import { describe, expect, it } from 'vitest';
import { listEntries } from '../../../../src/routes/(dashboard)/palette/entries.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { createSearch } from '#lib/access/catalog/search.ts';
import {
	findEntries,
	firstEntries
} from '../../../../src/routes/(dashboard)/palette/find-entries.ts';

const ID = '8229df9f-0000-4000-8000-000000004d07';
const applications = [
	{ clientId: ID, name: 'Charge Planner' },
	{ clientId: '11111111-0000-4000-8000-000000000000', name: 'Fleet' }
];
const commands = COMMANDS.filter(({ id }: Command) => id === 'publish' || id === 'theme');
const entries = listEntries({
	commands,
	applications,
	current: { clientId: ID, clientIdMadeHere: false, name: 'Charge Planner', latestVersion: 3 }
});
const everything = entries.flatMap((group) => group.entries);
const labels = (groups: ReturnType<typeof findEntries>) =>
	groups.map(({ title, entries: members }) => [title, members.map(({ label }) => label)]);

describe('listEntries', () => {
	it('names every entry once', () => {
		expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
	});

	it('gives pages, versions and actions of the application at hand, the latest version first', () => {
		const version = everything.filter(({ id }) => id.startsWith('version:'));
		expect(version.map(({ label }) => label)).toEqual(['Version 3', 'Version 2', 'Version 1']);
		expect(version[0]).toMatchObject({ href: `/apps/${ID}/history/3` });
		expect(everything.some(({ label }) => label === 'Vehicle Access')).toBe(true);
	});

	it('says of the link of an application whose client id was made here that it is for the sandbox', () => {
		const current = { clientId: ID, name: 'Charge Planner', latestVersion: 0 };
		const hints = (clientIdMadeHere: boolean) => {
			const groups = listEntries({
				commands: COMMANDS.filter(({ id }: Command) => id === 'share'),
				applications,
				current: { ...current, clientIdMadeHere }
			});
			return groups
				.flatMap((group) => group.entries)
				.filter(({ label }) => label === 'Share Connect Link' || label === 'Credentials')
				.map(({ hint }) => hint);
		};
		expect(hints(true)).toEqual(['sandbox only so far', 'Charge Planner, client id made here']);
		expect(hints(false)).toEqual(['', 'Charge Planner']);
	});

	it('leads to the row of an item, and without an application to its page', () => {
		const lock = (groups: typeof entries) =>
			groups.flatMap((group) => group.entries).find(({ id }) => id === 'item:security-lock');
		expect(lock(entries)).toMatchObject({
			href: `/apps/${ID}/vehicle-access?tab=commands`,
			row: 'security-lock'
		});
		const outside = lock(listEntries({ commands: [], applications, current: null }));
		expect(outside).toMatchObject({ href: '/catalog/security-lock' });
		expect(outside).not.toHaveProperty('row');
	});

	it('gives neither outside an application', () => {
		const outside = listEntries({ commands: [], applications, current: null });
		expect(outside.find(({ title }) => title === 'Versions')?.entries).toEqual([]);
		expect(
			outside.find(({ title }) => title === 'Pages')?.entries.map(({ label }) => label)
		).toEqual(['Applications', 'Clock', 'Catalog', 'Permissions', 'Help']);
	});
});

describe('firstEntries', () => {
	it('begins with what was used last, shows it once, and forgets what is gone', () => {
		const recent = ['item:odometer-traveleddistance', 'command:publish', 'application:deleted'];
		const [first, second] = firstEntries(entries, recent);
		expect(first?.title).toBe('Recent');
		expect(first?.entries.map(({ label }) => label)).toEqual(['Traveled distance', 'Publish…']);
		expect(second?.entries.map(({ label }) => label)).toEqual(['Toggle theme']);
	});
});

/** As the catalog's search answers, with every item as good as the other. */
function matching(codes: readonly string[]) {
	const set = new Set(codes);
	const items = officialCatalog.items.filter(({ code }) => set.has(code));
	return {
		size: set.size,
		has: (code: string) => set.has(code),
		rank: () => 0,
		among: () => items,
		mark: () => null
	};
}

describe('findEntries', () => {
	it('puts the item first that is meant, and API v3 before v2', () => {
		const search = createSearch(officialCatalog.items);
		const first = (query: string) =>
			findEntries(entries, query, search.find(query)).find(({ title }) => title === 'Items')
				?.entries[0]?.label;
		expect(first('soc')).toBe('State of charge');
		expect(first('batt')).not.toMatch(/v2/);
		expect(first('odometer')).toBe('Traveled distance');
	});

	it.each([
		['history', 'Pages', 'History'],
		['version 2', 'Versions', 'Version 2'],
		['fleet', 'Applications', 'Fleet'],
		['read_battery', 'Permissions', 'read_battery'],
		['dark', 'Actions', 'Toggle theme'],
		['redirect', 'Pages', 'Credentials'],
		['disconnect', 'Pages', 'Connections'],
		['Vehicle-Access', 'Pages', 'Vehicle Access'],
		['FLÉET', 'Applications', 'Fleet']
	])('“%s” finds, under %s, %s', (query, title, label) => {
		const group = findEntries(entries, query, null).find((other) => other.title === title);
		expect(group?.entries.map((entry) => entry.label)).toContain(label);
	});

	it('puts names that begin with the word first', () => {
		const [pages] = findEntries(entries, 'ca', null).filter(({ title }) => title === 'Pages');
		expect(pages?.entries[0]?.label).toBe('Catalog');
	});

	it('shows the group first in which something begins with the query', () => {
		const codes = matching(['wheel-tires']);
		expect(labels(findEntries(entries, 'read_tires', codes))).toEqual([
			['Permissions', ['read_tires']],
			['Items', ['Tires']]
		]);
	});

	it('shows seven items and a way to all of them', () => {
		const codes = matching(
			everything.flatMap(({ id, hint }) => (id.startsWith('item:') ? [hint] : [])).slice(0, 9)
		);
		const items = findEntries(entries, 'a b', codes).find(({ title }) => title === 'Items');
		expect(items?.entries).toHaveLength(8);
		expect(items?.entries.at(-1)).toMatchObject({
			label: 'All 9 matching items',
			href: '/catalog?q=a+b'
		});
	});

	it('is never a dead end', () => {
		expect(labels(findEntries(entries, 'zzzz', null))).toEqual([
			['Nothing matches', ['Look through the whole catalog']]
		]);
	});
});
