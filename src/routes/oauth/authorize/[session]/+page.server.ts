import { LANGUAGE_NAMES, languageOf } from '#lib/access/owner-words/languages.ts';
import { COUNTRY_CODES } from '#lib/connect/brands.ts';
import { begin } from '#lib/server/connect/journey/begin.ts';
import { textOf } from '#lib/server/http/read-form.ts';
import type { Actions } from './$types.js';
import { exit } from './exit.ts';
import { ownerPage } from './owner-page.ts';
import { follow, readStep } from './traveller.ts';

export const load = ownerPage('preamble', (_event, { country }, { language, words }) => {
	const names = new Intl.DisplayNames([language], { type: 'region' });
	return {
		words: {
			sandbox: words.sandbox,
			preambleTitle: words.preambleTitle,
			preambleText: words.preambleText,
			preamblePassword: words.preamblePassword,
			country: words.country,
			anyCountry: words.anyCountry,
			language: words.language,
			continue: words.continue
		},
		country,
		languages: LANGUAGE_NAMES,
		countries: COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
			a.name.localeCompare(b.name, language)
		)
	};
});

export const actions: Actions = {
	continue: async (event) => {
		const { form, traveller } = await readStep(event);
		const country = textOf(form, 'country');
		const next = await begin(event.locals.context, traveller, {
			country: COUNTRY_CODES.includes(country) ? country : null,
			language: languageOf(textOf(form, 'language')).code
		});
		await follow(event, next);
	},
	exit
};
