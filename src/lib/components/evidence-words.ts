import type { CatalogItem } from '#lib/access/catalog/schema.ts';

/** How well an item's permission is known: `documented`, or `inferred, low confidence`. */
export function evidenceWords({ kind, confidence }: CatalogItem['evidence']): string {
	return kind === 'documented' && confidence === 'high'
		? 'documented'
		: `${kind}, ${confidence} confidence`;
}
