import { asChecked } from './checked-data.ts';
import details from './data/details.json' with { type: 'json' };
import { proofOf } from './proof.ts';
import type { ItemDetail, Source } from './schema.ts';
import { sourcesOf } from './sources.ts';

const byCode = new Map(Object.entries(asChecked<Readonly<Record<string, ItemDetail>>>(details)));

/** An item's detail with the sources it names. */
export interface SourcedDetail extends Omit<ItemDetail, 'sources'> {
	readonly sources: readonly Source[];
	/** What the sandbox has to say of the permission, apart from the evidence of the live platform. */
	readonly proof: string;
}

/** What is read once an item is opened. Large: load this module on demand in the browser. */
export function itemDetail(code: string): SourcedDetail | null {
	const detail = byCode.get(code);
	return detail ? { ...detail, sources: sourcesOf(detail.sources), proof: proofOf(code) } : null;
}

/** Codes of the items that do the same, or a part of it, in the other API version. */
export function equivalentCodes(code: string): readonly string[] {
	const own = byCode.get(code)?.equivalent;
	const others = [...byCode].flatMap(([other, { equivalent }]) =>
		equivalent === code ? [other] : []
	);
	return [...new Set(own === undefined ? others : [own, ...others])];
}
