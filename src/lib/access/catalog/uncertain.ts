import type { CatalogItem } from './schema.ts';

/** Whether an item's permission may well be another: a weak guess, or one that sources contradict. */
export function isUncertain({ evidence }: Pick<CatalogItem, 'evidence'>): boolean {
	if (evidence.kind !== 'inferred') return false;
	return evidence.confidence === 'low' || evidence.contradicted === true;
}
