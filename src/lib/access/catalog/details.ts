import { asChecked } from './checked-data.ts';
import details from './data/details.json' with { type: 'json' };
import type { ItemDetail } from './schema.ts';

const byCode = new Map(Object.entries(asChecked<Readonly<Record<string, ItemDetail>>>(details)));

/** What is read once an item is opened. Large: load this module on demand in the browser. */
export function itemDetail(code: string): ItemDetail | null {
	return byCode.get(code) ?? null;
}
