import type { EvidenceKind } from '#lib/access/catalog/schema.ts';

/** Address of the catalog with a search and one class of evidence, relative to itself. */
export function catalogAddress(query: string, evidence: EvidenceKind | null): string {
	const search = new URLSearchParams();
	if (query !== '') search.set('q', query);
	if (evidence !== null) search.set('evidence', evidence);
	return `?${search}`;
}
