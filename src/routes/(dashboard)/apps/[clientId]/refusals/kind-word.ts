import { tabOf } from '#lib/access/catalog/kinds.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import * as words from './words.en.ts';

/** What an item is, where its name alone would be taken for a signal's; empty for signals. */
export function kindWord(item: CatalogItem): string {
	switch (tabOf(item)) {
		case 'signals':
			return '';
		case 'commands':
			return words.command;
		case 'attributes':
			return words.attribute;
		case 'v2':
			return words.apiV2;
	}
}
