import type { Catalog } from './catalog/catalog.ts';
import { normalizeSelection, type Selection } from './selection.ts';

/** A selection by the codes that its items have today; what the catalog does not hold stays as it is. */
export function currentCodes(selection: Selection, catalog: Catalog): Selection {
	return normalizeSelection(
		selection.map(({ code, required }) => ({ code: catalog.item(code)?.code ?? code, required }))
	);
}
