import { groupItems, itemsOfTab } from '#lib/access/catalog/groups.ts';
import { TABS } from '#lib/access/catalog/kinds.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { describe, expect, it } from 'vitest';
import { smallCatalog } from '../small-catalog.ts';

describe('tabs', () => {
	it('show every item exactly once, and none is empty', () => {
		const tabs = TABS.map(({ id }) => itemsOfTab(officialCatalog.items, id));
		for (const items of tabs) expect(items.length).toBeGreaterThan(0);
		expect(
			tabs
				.flat()
				.map(({ code }) => code)
				.sort()
		).toEqual(officialCatalog.items.map(({ code }) => code).sort());
	});
});

describe('groups', () => {
	it('stand in the order of their first items and keep the order within', () => {
		const items = ['b-1', 'a-1', 'b-2'].flatMap(
			(code) => smallCatalog({ [code]: [] }, { group: code.slice(0, 1) }).items
		);
		expect(
			groupItems(items).map(({ name, items: members }) => [name, members.map(({ code }) => code)])
		).toEqual([
			['b', ['b-1', 'b-2']],
			['a', ['a-1']]
		]);
	});
});
