import type { CatalogItem } from '#lib/access/catalog/schema.ts';

/** How well an item's permission is known: `documented`, or `inferred, low confidence`. */
export function evidenceWords({ kind, confidence, contradicted }: CatalogItem['evidence']): string {
	if (kind !== 'inferred' && confidence === 'high') return kind;
	const words = `${kind}, ${confidence} confidence`;
	return contradicted ? `${words}, contradicted` : words;
}
