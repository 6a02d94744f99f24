import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { Cell } from '../../cells/cells.ts';

/** A selected item that tells no signal: a command, or what API v2 or every vehicle answers. */
export interface CallRow {
	readonly code: string;
	readonly name: string;
	readonly path: string;
	/** What a call answers now; null where the vehicle is not connected. */
	readonly cell: Cell | null;
}

export function callsOf(
	items: readonly CatalogItem[],
	cells: ReadonlyMap<string, Cell>
): readonly CallRow[] {
	return items
		.filter(({ kind }) => kind !== 'signal')
		.map(({ code, name, path }) => ({ code, name, path, cell: cells.get(code) ?? null }));
}
