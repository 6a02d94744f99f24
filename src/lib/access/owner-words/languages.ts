import { GERMAN } from './de.ts';
import { ENGLISH, type OwnerWords } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import type { PermissionTexts } from './permission-texts.ts';
import { GERMAN_PERMISSIONS } from './permissions-de.ts';
import { SPANISH_PERMISSIONS } from './permissions-es.ts';
import { FRENCH_PERMISSIONS } from './permissions-fr.ts';

interface Language {
	/** BCP 47 tag. */
	readonly code: string;
	/** Its name in itself. */
	readonly name: string;
	readonly words: OwnerWords;
	/** Null for English, whose texts stand in the catalog. */
	readonly permissions: PermissionTexts | null;
	/** Writes several names as one phrase. Made once: it costs more than a whole page. */
	readonly list: Intl.ListFormat;
}

function listOf(code: string): Intl.ListFormat {
	return new Intl.ListFormat(code, { type: 'conjunction' });
}

/** Languages of the owner's pages; the first is the one for all others. */
const LANGUAGES: readonly [Language, ...Language[]] = [
	{ code: 'en', name: 'English', words: ENGLISH, permissions: null, list: listOf('en') },
	{
		code: 'de',
		name: 'Deutsch',
		words: GERMAN,
		permissions: GERMAN_PERMISSIONS,
		list: listOf('de')
	},
	{
		code: 'fr',
		name: 'Français',
		words: FRENCH,
		permissions: FRENCH_PERMISSIONS,
		list: listOf('fr')
	},
	{
		code: 'es',
		name: 'Español',
		words: SPANISH,
		permissions: SPANISH_PERMISSIONS,
		list: listOf('es')
	}
];

export const LANGUAGE_NAMES: readonly { readonly code: string; readonly name: string }[] =
	LANGUAGES.map(({ code, name }) => ({ code, name }));

/** The language for a tag such as `de-AT`. */
export function languageOf(tag: string | null): Language {
	const primary = primaryOf(tag ?? '');
	return LANGUAGES.find(({ code }) => code === primary) ?? LANGUAGES[0];
}

function primaryOf(tag: string): string {
	return tag.split('-')[0]?.toLowerCase() ?? '';
}

/**
 * The best language for an `Accept-Language` header: the one with the highest weight, of several the
 * first; a weight of 0 refuses (RFC 9110 section 12.5.4).
 */
export function preferredLanguage(header: string | null): Language {
	const known = (header ?? '')
		.split(',')
		.map(weighted)
		.filter(({ tag, weight }) => weight > 0 && languageOf(tag).code === primaryOf(tag))
		.sort((a, b) => b.weight - a.weight);
	return languageOf(known[0]?.tag ?? null);
}

function weighted(part: string): { readonly tag: string; readonly weight: number } {
	const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
	const [, weight = '1'] = /^q=([01](?:\.\d{0,3})?)$/i.exec(parameters.join(';')) ?? [];
	return { tag, weight: Number(weight) };
}
