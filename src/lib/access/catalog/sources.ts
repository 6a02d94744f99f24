import { asChecked } from './checked-data.ts';
import sources from './data/sources.json' with { type: 'json' };
import type { Source } from './schema.ts';

const byId = new Map(Object.entries(asChecked<Readonly<Record<string, Source>>>(sources)));

/** @throws {TypeError} for an id that no source has. */
export function sourcesOf(ids: readonly string[]): readonly Source[] {
	return ids.map((id) => {
		const source = byId.get(id);
		if (!source) throw new TypeError(`No source has the id ${id}`);
		return source;
	});
}
