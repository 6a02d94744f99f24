import { TABS, tabOf, type TabId } from '#lib/access/catalog/kinds.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';

const NOUNS: Readonly<Record<TabId, readonly [one: string, many: string]>> = {
	signals: ['signal', 'signals'],
	commands: ['command', 'commands'],
	attributes: ['attribute', 'attributes'],
	v2: ['in API v2', 'in API v2']
};

/** How many items of each kind there are, in words: `8 signals, 3 in API v2`. */
export function countsInWords(items: readonly CatalogItem[]): string {
	return TABS.flatMap(({ id }) => {
		const count = items.filter((item) => tabOf(item) === id).length;
		return count === 0 ? [] : [`${count} ${NOUNS[id][count === 1 ? 0 : 1]}`];
	}).join(', ');
}
