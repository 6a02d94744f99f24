import { LANGUAGE_NAMES, languageOf } from '#lib/access/owner-words/languages.ts';
import { COUNTRY_CODES } from '#lib/connect/brands.ts';
import { begin } from '#lib/server/connect/journey/begin.ts';
import { textOf } from '#lib/server/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { exit } from './exit.ts';
import { requireScreen } from './screen.ts';
import { follow, readStep } from './traveller.ts';

export const load: PageServerLoad = async (event) => {
	const { country } = await requireScreen(event, 'preamble');
	const { language } = await event.parent();
	const names = new Intl.DisplayNames([language], { type: 'region' });
	return {
		country,
		languages: LANGUAGE_NAMES,
		countries: COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
			a.name.localeCompare(b.name, language)
		)
	};
};

export const actions: Actions = {
	continue: async (event) => {
		const { form, traveller } = await readStep(event);
		const country = textOf(form, 'country');
		const next = await begin(event.locals.context, traveller, {
			country: COUNTRY_CODES.includes(country) ? country : null,
			language: languageOf(textOf(form, 'language')).code
		});
		follow(event, next);
	},
	exit
};
