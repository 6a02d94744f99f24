import { wordsFor } from '#lib/access/owner-words/words-for.ts';
import { brandsOf } from '#lib/connect/brands.ts';
import { pickBrand } from '#lib/server/connect/journey/begin.ts';
import { textOf } from '#lib/server/http/read-form.ts';
import { exit } from '../exit.ts';
import { requireScreen } from '../screen.ts';
import { follow, readStep } from '../traveller.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { country } = await requireScreen(event, 'brand');
	const { language, application } = await event.parent();
	const words = wordsFor(language, application.name);
	return {
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
	};
};

export const actions: Actions = {
	pick: async (event) => {
		const { form, traveller } = await readStep(event);
		follow(event, await pickBrand(event.locals.context, traveller, textOf(form, 'make')));
	},
	exit
};
