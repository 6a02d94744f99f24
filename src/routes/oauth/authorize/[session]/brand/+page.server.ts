import { brandsOf } from '#lib/connect/brands.ts';
import { pickBrand } from '#lib/server/connect/journey/begin.ts';
import { textOf } from '#lib/server/http/read-form.ts';
import { exit } from '../exit.ts';
import { ownerPage } from '../owner-page.ts';
import { follow, readStep } from '../traveller.ts';
import type { Actions } from './$types.js';

export const load = ownerPage('brand', (event, { country }, { words }) => ({
	words: {
		sandbox: words.sandbox,
		brandTitle: words.brandTitle,
		brandSearch: words.brandSearch,
		brandSearchButton: words.brandSearchButton,
		brandNoMatch: words.brandNoMatch,
		brandMissing: words.brandMissing
	},
	brands: brandsOf(country),
	search: event.url.searchParams.get('search') ?? ''
}));

export const actions: Actions = {
	pick: async (event) => {
		const { form, traveller } = await readStep(event);
		await follow(event, await pickBrand(event.locals.context, traveller, textOf(form, 'make')));
	},
	exit
};
