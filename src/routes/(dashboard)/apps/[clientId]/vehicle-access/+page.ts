import { browser } from '$app/environment';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { loadSearch } from '#lib/state/catalog-search.ts';
import type { PageLoad } from './$types.js';
import { START } from './start/start-answer.ts';
import { parseView } from './view.ts';
import * as words from './words.en.ts';

export const load: PageLoad = async ({ data, url, parent }) => {
	const { open, query } = parseView(url.searchParams);
	const { draft } = await parent();
	const begins = draft.selection.length === 0 || url.searchParams.has(START);
	return {
		...data,
		title: words.vehicleAccess,
		detail: await loadDetail(open),
		Start: begins ? await loadStart() : null,
		descriptionOf: isFirstView() ? null : await loadDescriptions(),
		search: query === '' ? null : await loadSearch()
	};
};

/** Then the rows are there, as the server wrote them, and what is said in them comes after. */
function isFirstView(): boolean {
	return browser && document.documentElement.dataset.ready === undefined;
}

async function loadDescriptions() {
	const { descriptionOf } = await import('#lib/access/catalog/descriptions.ts');
	return descriptionOf;
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
