import type { ReadNeeds } from '#lib/access/needs/read-needs.ts';
import type { PermissionName } from '#lib/access/permission.ts';

/** A row that can be taken over. */
export interface Offer {
	readonly key: string;
	readonly codes: readonly string[];
	/** Named as such; the row then stands for all that it opens. */
	readonly permission: PermissionName | null;
	readonly from: readonly string[];
	readonly required: boolean;
	/** Whether it is ticked until somebody unticks it. */
	readonly sure: boolean;
}

/** The rows for what was found: first what is sure, then, one by one, what may be meant. */
export function offersOf({ needs, unsure }: ReadNeeds): readonly Offer[] {
	const sure = needs.map((need) => ({
		...need,
		key: need.permission ?? need.codes[0] ?? '',
		sure: true
	}));
	const offers = new Map<string, Offer>(sure.map((offer) => [offer.key, offer]));
	for (const { from, codes } of unsure) {
		for (const code of codes) {
			const known = offers.get(code);
			if (known && !known.sure) offers.set(code, { ...known, from: [...known.from, from] });
			if (known) continue;
			const one = { key: code, codes: [code], permission: null, from: [from] };
			offers.set(code, { ...one, required: false, sure: false });
		}
	}
	return [...offers.values()];
}
