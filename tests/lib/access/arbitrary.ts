import { officialCatalog } from '#lib/access/catalog/official.ts';
import { normalizeSelection, type Selection } from '#lib/access/selection.ts';
import fc from 'fast-check';

/** Any selection of official catalog items, in any order, without repeats. */
export const anySelection: fc.Arbitrary<Selection> = fc.uniqueArray(
	fc.record({
		code: fc.constantFrom(...officialCatalog.items.map(({ code }) => code)),
		required: fc.boolean()
	}),
	{ selector: ({ code }) => code, maxLength: 40 }
);

export const anyCanonicalSelection = anySelection.map(normalizeSelection);
