import { groupItems, itemsOfTab } from '#lib/access/catalog/groups.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { describe, expect, it } from 'vitest';

describe('tabs and groups', () => {
	it('puts every item on exactly one tab', () => {
		const tabs = (['signals', 'commands', 'attributes', 'v2'] as const).map(
			(tab) => itemsOfTab(officialCatalog.items, tab).length
		);
		expect(tabs.slice(0, 3)).toEqual([93, 12, 7]);
		expect(tabs.reduce((sum, one) => sum + one)).toBe(officialCatalog.items.length);
	});

	it('shows the 93 signals in their 19 groups', () => {
		const groups = groupItems(itemsOfTab(officialCatalog.items, 'signals'));
		expect(groups).toHaveLength(19);
		expect(groups.flatMap(({ items }) => items)).toHaveLength(93);
	});
});
