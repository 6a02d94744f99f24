import { describe, expect, it } from 'vitest';
import { loadedTogether } from '../../../tools/vite/first-load.ts';

/** By module, what it imports, and what it loads later. */
const MODULES: Readonly<Record<string, readonly [at: string[], later?: string[]]>> = {
	page: [['list', 'frame', 'saver']],
	list: [['row']],
	row: [['list']],
	frame: [['windows', 'icon']],
	windows: [[], ['Palette.svelte']],
	saver: [['row'], ['merge.ts']],
	icon: [[]],
	other: [['icon', 'far']],
	far: [[]]
};

const graph = (module: string) => {
	const links = MODULES[module];
	return links ? { importedIds: links[0], dynamicallyImportedIds: links[1] ?? [] } : null;
};

describe('what a page loads together', () => {
	it('is what it imports, and what that imports, unless a component comes later with it', () => {
		expect([...loadedTogether(['page'], graph)].sort()).toEqual(['icon', 'list', 'row', 'saver']);
		expect([...loadedTogether(['other'], graph)].sort()).toEqual(['far', 'icon', 'other']);
	});

	it('cannot be told of a page that has moved', () => {
		expect(() => loadedTogether(['other', 'src/routes/moved'], graph)).toThrow(
			'src/routes/moved is not built. Write where the page stands now in vite.config.ts.'
		);
	});
});
