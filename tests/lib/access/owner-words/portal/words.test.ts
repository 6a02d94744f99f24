import { ENGLISH_PORTAL, type CountForms } from '#lib/access/owner-words/portal/en.ts';
import { countIn, portalWords } from '#lib/access/owner-words/portal/words.ts';
import { describe, expect, it } from 'vitest';

const placeholders = (text: string) => [...new Set(text.match(/\{[^}]*\}/g) ?? [])].toSorted();
const textsOf = (word: string | CountForms) =>
	typeof word === 'string' ? [word] : [word.one, word.other];

describe.each(['de', 'fr', 'es'])('the portal in %s', (tag) => {
	const words = new Map(Object.entries(portalWords(tag)));

	it.each(Object.entries(ENGLISH_PORTAL))('says %s with the same values', (key, english) => {
		const own = textsOf(words.get(key) ?? '');
		expect(own.map(placeholders)).toEqual(textsOf(english).map(placeholders));
		for (const text of own) expect(text.trim()).toBe(text);
		for (const text of own) expect(text).not.toBe('');
	});

	it('leaves hardly anything in English', () => {
		const same = Object.entries(ENGLISH_PORTAL).filter(
			([key, english]) => words.get(key) === english
		);
		expect(same.length).toBeLessThan(5);
	});
});

it.each([
	['de-AT', 'Abmelden'],
	['fr', 'Se déconnecter'],
	['es-MX', 'Salir'],
	['en-US', 'Sign out'],
	['da', 'Sign out']
])('for %s it says “%s”', (tag, text) => {
	expect(portalWords(tag).signOut).toBe(text);
});

it.each([
	['en', 0, '0 vehicles'],
	['en', 1, '1 vehicle'],
	['en', 2, '2 vehicles'],
	['fr', 0, '0 véhicule'],
	['fr', 2, '2 véhicules'],
	['es', 1_000_000, '1000000 vehículos'],
	['de', 1, '1 Fahrzeug']
])('in %s %d is counted as “%s”', (tag, count, text) => {
	expect(countIn(tag, portalWords(tag).vehicles, count)).toBe(text);
});
