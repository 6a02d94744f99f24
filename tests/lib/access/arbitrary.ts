import type { Catalog } from '#lib/access/catalog/catalog.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { checkPurpose, normalizePurpose } from '#lib/access/purpose-text.ts';
import { purposeOf, type Purposes } from '#lib/access/purposes.ts';
import { normalizeSelection, type Selection } from '#lib/access/selection.ts';
import fc from 'fast-check';
import { smallCatalog } from './small-catalog.ts';

/** Any selection of a catalog's items, in any order, without repeats. */
export function anySelection(catalog: Catalog): fc.Arbitrary<Selection> {
	return fc.uniqueArray(
		fc.record({
			code: fc.constantFrom(...catalog.items.map(({ code }) => code)),
			required: fc.boolean()
		}),
		{ selector: ({ code }) => code, maxLength: 40 }
	);
}

/** Catalogs whose items need up to three permissions; the official one is among them. */
const anyCatalog: fc.Arbitrary<Catalog> = fc.oneof(
	fc.constant(officialCatalog),
	fc
		.array(fc.uniqueArray(fc.constantFrom(...PERMISSION_NAMES), { maxLength: 3 }), {
			minLength: 1,
			maxLength: 12
		})
		.map((needs) =>
			smallCatalog(Object.fromEntries(needs.map((names, at) => [`item${at}`, names])))
		)
);

/** Any catalog with something of it. */
export function anyCatalogWith(
	anyOf: (catalog: Catalog) => fc.Arbitrary<Selection>
): fc.Arbitrary<{ readonly catalog: Catalog; readonly selection: Selection }> {
	return anyCatalog.chain((catalog) => anyOf(catalog).map((selection) => ({ catalog, selection })));
}

/** Of an application, as it is kept; empty for none. */
const anySentence = fc
	.string({ unit: 'grapheme', maxLength: 60 })
	.map(normalizePurpose)
	.map((text) => (checkPurpose(text) === null ? text : ''));

/** Purposes as they are kept, of any permissions. */
export const anyPurposes: fc.Arbitrary<Purposes> = fc
	.dictionary(
		fc.constantFrom(...PERMISSION_NAMES),
		fc.record({ purpose: anySentence, without: anySentence }).map(purposeOf)
	)
	.map((given) => Object.entries(given).filter(([, purpose]) => purpose !== ''))
	.map(Object.fromEntries);

export const anyCanonicalSelection = anySelection(officialCatalog).map(normalizeSelection);
