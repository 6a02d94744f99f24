import type { Catalog } from '../catalog/catalog.ts';
import { placeOf } from './joined.ts';
import { foundCall, type FoundCall, type Source } from './source.ts';
import { CALLS, methodForm } from './v2-calls.ts';

const CODE = /(?<![\w-])[a-z][a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){1,6}(?![\w-])/gi;

/** The signals that the strings of a program name, in a call, in a webhook or to find them in an answer. */
export function findCodes({ joined }: Source, catalog: Catalog): readonly FoundCall[] {
	return joined.flatMap((one) =>
		[...one.text.matchAll(CODE)].flatMap(({ index, 0: from }) => {
			const item = catalog.item(from.toLowerCase());
			if (item?.kind !== 'signal') return [];
			const { inFile: at, breaks } = placeOf(one, index);
			return [foundCall({ at, breaks, from }, { kind: 'items', items: [item] })];
		})
	);
}

/** `smartcar.OdometerPath`, as programs in Go name what a batch is for. */
const CONSTANT = /\bsmartcar\.(\w{2,20})Path\b/g;

export function findConstants({ code }: Source, catalog: Catalog): readonly FoundCall[] {
	return [...code.matchAll(CONSTANT)].flatMap(({ index, 0: from, 1: name = '' }) => {
		const call = CALLS.find(({ methods }) => methods.includes(methodForm(name)));
		const item = call && catalog.item(call.endpoint);
		return item ? [foundCall({ at: index, from }, { kind: 'items', items: [item] })] : [];
	});
}
