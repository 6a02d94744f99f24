import { asChecked } from './checked-data.ts';
import descriptions from './data/descriptions.json' with { type: 'json' };
import type { Descriptions } from './schema.ts';

const byCode = asChecked<Descriptions>(descriptions);

/**
 * What an item is, in a sentence. A third of the catalog's bytes: load this module on demand in the
 * browser.
 */
export function descriptionOf(code: string): string {
	return byCode[code] ?? '';
}
