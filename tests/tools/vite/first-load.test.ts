import { describe, expect, it } from 'vitest';
import { loadedTogether } from '../../../tools/vite/first-load.ts';

/** By module, what it imports, and what it loads later. */
const MODULES: Readonly<Record<string, readonly [at: string[], later?: string[]]>> = {
	'written for page': [['page']],
	page: [['list', 'saver'], ['Chips.svelte']],
	list: [['row', 'filter']],
	row: [['list', 'icon']],
	saver: [['derive'], ['merge.ts']],
	filter: [['view']],
	view: [[]],
	derive: [['permission']],
	permission: [[]],
	'Chips.svelte': [['view']],
	layout: [['frame', 'later']],
	frame: [['windows', 'header', 'icon']],
	windows: [[], ['Palette.svelte']],
	later: [[], ['load-dialog.ts']],
	header: [[]],
	icon: [[]],
	other: [['icon', 'derive', 'far']],
	far: [[]]
};

const graph = (module: string) => {
	const links = MODULES[module];
	if (!links) return null;
	const those = (place: 0 | 1) =>
		Object.entries(MODULES).flatMap(([name, from]) =>
			from[place]?.includes(module) ? [name] : []
		);
	return {
		importedIds: links[0],
		dynamicallyImportedIds: links[1] ?? [],
		importers: those(0),
		dynamicImporters: those(1)
	};
};

describe('what a page loads together', () => {
	it('is all of its layouts, and what it shares with others, unless a component comes later with it', () => {
		expect([...loadedTogether({ page: ['page'], layouts: ['layout'] }, graph)].sort()).toEqual([
			'derive',
			'header',
			'icon',
			'later',
			'permission',
			'view'
		]);
	});

	it('cannot be told of a page that has moved', () => {
		const moved = { page: ['src/routes/moved'], layouts: ['layout'] };
		expect(() => loadedTogether(moved, graph)).toThrow(
			'src/routes/moved is not built. Write where the page stands now in vite.config.ts.'
		);
	});
});
