import { browser } from '$app/environment';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { loadSearch } from '#lib/state/catalog-search.ts';
import type { PageLoad } from './$types.js';
import { START } from './start/start-answer.ts';
import { countFilters, parseView } from './view.ts';
import * as words from './words.en.ts';

export const load: PageLoad = async ({ data, url, parent }) => {
	const { open, query } = parseView(url.searchParams);
	const { draft } = await parent();
	const begins = draft.selection.length === 0 || url.searchParams.has(START);
	return {
		...data,
		title: words.vehicleAccess,
		detail: await loadDetail(open),
		skips: [
			{ id: 'scope', label: words.skipToScope },
			{ id: 'items', label: words.skipToList }
		],
		...(await loadNarrowed(url)),
		...(await loadFolded()),
		Start: begins ? await loadStart() : null,
		whatMarkup: isFirstView() ? null : await loadMarkup(),
		search: query === '' ? null : await loadSearch()
	};
};

/** What is shown beside a list that is narrowed; most visits see all of it. */
async function loadNarrowed(url: URL) {
	const view = parseView(url.searchParams);
	if (view.query === '' && countFilters(view) === 0) return { Chips: null, NoMatch: null };
	const [{ default: Chips }, { default: NoMatch }] = await Promise.all([
		import('./tools/Chips.svelte'),
		import('./list/NoMatch.svelte')
	]);
	return { Chips, NoMatch };
}

/** What is folded at first: only where no script fetches it once it is opened. */
async function loadFolded() {
	if (browser) return { FilterMenu: null, OwnerPreview: null };
	const [{ default: FilterMenu }, { default: OwnerPreview }] = await Promise.all([
		import('./tools/FilterMenu.svelte'),
		import('./rail/OwnerPreview.svelte')
	]);
	return { FilterMenu, OwnerPreview };
}

/** Then the rows are there, as the server wrote them, and what is said in them comes after. */
function isFirstView(): boolean {
	return browser && document.documentElement.dataset.ready === undefined;
}

async function loadMarkup() {
	const { whatMarkup } = await import('./list/what-markup.ts');
	return whatMarkup;
}

/** The ways to begin; most visits go on with what is there. */
async function loadStart() {
	const { default: StartPanel } = await import('./start/StartPanel.svelte');
	return StartPanel;
}

/** The facts of the open row with the component that shows them; most visits need neither. */
async function loadDetail(code: string) {
	const item = officialCatalog.item(code);
	if (!item) return null;
	const [{ itemDetail }, { default: Details }] = await Promise.all([
		import('#lib/access/catalog/details.ts'),
		import('./list/ItemDetails.svelte')
	]);
	const facts = itemDetail(item.code);
	return facts && { item, facts, Details };
}
