import { ENGLISH } from '#lib/access/owner-words/en.ts';
import {
	LANGUAGE_NAMES,
	languageOf,
	preferredLanguage
} from '#lib/access/owner-words/languages.ts';
import { permissionText } from '#lib/access/owner-words/permission-texts.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';

const CODES = LANGUAGE_NAMES.map(({ code }) => code);
const TRANSLATED = CODES.filter((code) => code !== 'en');

/** Room for a language that needs more letters, before a button or a line breaks. */
const longest = (english: string) => english.length * 1.6 + 20;

const placeholders = (text: string) => (text.match(/\{[^}]*\}/g) ?? []).toSorted();

/** Every text of a language beside the English one, with a name to find it by. */
function textsOf(code: string) {
	const { words, permissions } = languageOf(code);
	const named = Object.entries(ENGLISH).map(([key, english]) => ({
		key,
		english,
		text: new Map(Object.entries(words)).get(key) ?? ''
	}));
	const permitted = PERMISSION_NAMES.flatMap((name) => {
		const [english, translated] = [permissionText(name, null), permissionText(name, permissions)];
		return [
			{ key: `${name} label`, english: english.label, text: translated.label },
			{ key: `${name} text`, english: english.text, text: translated.text }
		];
	});
	return [...named, ...permitted];
}

describe('languages of the owner’s pages', () => {
	it('write several names as one phrase, each in its own way', () => {
		const phrase = (tag: string) => languageOf(tag).list.format(['A', 'B', 'C']);
		expect(['en', 'de', 'fr', 'es'].map(phrase)).toEqual([
			'A, B, and C',
			'A, B und C',
			'A, B et C',
			'A, B y C'
		]);
	});

	it('are offered by their own names, English first', () => {
		expect(LANGUAGE_NAMES).toEqual([
			{ code: 'en', name: 'English' },
			{ code: 'de', name: 'Deutsch' },
			{ code: 'fr', name: 'Français' },
			{ code: 'es', name: 'Español' }
		]);
	});

	it.each([
		[null, 'en'],
		['', 'en'],
		['de', 'de'],
		['DE-at', 'de'],
		['fr-CA', 'fr'],
		['es-419', 'es'],
		['da', 'en'],
		['deutsch', 'en']
	])('the tag %j means %s', (tag, code) => {
		expect(languageOf(tag).code).toBe(code);
	});

	it.each([
		[null, 'en'],
		['*', 'en'],
		['da, nl;q=0.9', 'en'],
		['da, fr-CH;q=0.9, de;q=0.8', 'fr'],
		['en-GB, de;q=0.9', 'en'],
		[' es ;q=1', 'es'],
		['es', 'es'],
		['de;q=0.5, fr;q=0.8', 'fr'],
		['de;q=0.5, fr;q=0.501', 'fr'],
		['de, fr;q=1.0', 'de'],
		['de;q=0, fr;q=0.1', 'fr'],
		['de;q=0', 'en'],
		['en;q=0.1, de-AT;q=0.2, fr;Q=0.3', 'fr'],
		// A weight that is none counts as the usual one.
		['en;q=0.9, de;q=high', 'de']
	])('the header %j asks for %s', (header, code) => {
		expect(preferredLanguage(header).code).toBe(code);
	});
});

describe.each(TRANSLATED)('the texts in %s', (code) => {
	it('have the placeholders of the English ones', () => {
		const differing = textsOf(code).filter(
			({ english, text }) => placeholders(text).join() !== placeholders(english).join()
		);
		expect(differing).toEqual([]);
	});

	it('are there for every word and permission, without blanks around', () => {
		const faulty = textsOf(code).filter(({ text }) => text === '' || text.trim() !== text);
		expect(faulty).toEqual([]);
		expect(Object.keys(languageOf(code).words).toSorted()).toEqual(Object.keys(ENGLISH).toSorted());
		expect(Object.keys(languageOf(code).permissions ?? {})).toEqual([...PERMISSION_NAMES]);
	});

	it('are not much longer than the English ones', () => {
		const long = textsOf(code).filter(({ english, text }) => text.length > longest(english));
		expect(long).toEqual([]);
	});

	it('end a sentence where the English ones do', () => {
		const ends = (text: string) => /[.:?]$/.exec(text)?.[0] ?? '';
		const differing = textsOf(code).filter(({ english, text }) => ends(english) !== ends(text));
		expect(differing).toEqual([]);
	});

	it('are no copy of the English ones', () => {
		const copied = textsOf(code).filter(({ english, text }) => english === text);
		expect(copied.map(({ text }) => text).filter((text) => !['Sandbox'].includes(text))).toEqual(
			[]
		);
	});
});
