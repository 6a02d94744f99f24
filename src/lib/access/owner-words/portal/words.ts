import { fill } from '../fill.ts';
import { languageOf } from '../languages.ts';
import { GERMAN_PORTAL } from './de.ts';
import { ENGLISH_PORTAL, type CountForms, type PortalWords } from './en.ts';
import { SPANISH_PORTAL } from './es.ts';
import { FRENCH_PORTAL } from './fr.ts';

const CATALOGS: Readonly<Record<string, PortalWords>> = {
	en: ENGLISH_PORTAL,
	de: GERMAN_PORTAL,
	fr: FRENCH_PORTAL,
	es: SPANISH_PORTAL
};

/** All words of the portal in the language for a tag. */
export function portalWords(tag: string): PortalWords {
	return CATALOGS[languageOf(tag).code] ?? ENGLISH_PORTAL;
}

/** Made once for each language: to make one costs more than a page. */
const rules = new Map<string, Intl.PluralRules>();

/** A text that counts, in the form that its language has for the number. */
export function countIn(tag: string, forms: CountForms, count: number): string {
	const { code } = languageOf(tag);
	const known = rules.get(code) ?? new Intl.PluralRules(code);
	rules.set(code, known);
	const form = known.select(count) === 'one' ? forms.one : forms.other;
	return fill(form, { count: String(count) });
}
