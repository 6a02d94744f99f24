import { TABS, tabOf } from '#lib/access/catalog/kinds.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { formatRow } from '#lib/access/language/english.ts';
import * as words from './words.en.ts';

/** How many items of each kind there are, in words: `8 signals, 3 in API v2`. */
export function countsInWords(items: readonly CatalogItem[]): string {
	return formatRow(
		TABS.flatMap(({ id }) => {
			const count = items.filter((item) => tabOf(item) === id).length;
			return count === 0 ? [] : [words.countOf[id](count)];
		})
	);
}
