import { ENGLISH } from '#lib/access/owner-words/en.ts';
import { permissionText } from '#lib/access/owner-words/permission-texts.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';

/** Who went to school for as many years reads it with ease, by Flesch and Kincaid. */
function schoolYears(text: string): number {
	const words = text.match(/[a-z’-]+/gi) ?? [];
	const sentences = text.split(/[.!?:](?:\s|$)/).filter((part) => part.trim() !== '');
	const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
	return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
	const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
	if (letters.length <= 3) return 1;
	const heard = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').replace(/^y/, '');
	return heard.match(/[aeiouy]{1,2}/g)?.length ?? 1;
}

/** Twelve years of age. */
const MOST = 7;

/** Long enough to be judged by itself; shorter ones are judged together. */
const isLong = (text: string) => text.split(' ').length >= 8;

describe('what owners read in English', () => {
	const permissions = PERMISSION_NAMES.map((name) => permissionText(name, null).text);
	const screens = Object.values(ENGLISH).filter(
		(text) => typeof text === 'string' && /[.?]$/.test(text)
	);

	it.each([...permissions, ...screens].filter(isLong))('a child of twelve reads: %s', (text) => {
		expect(schoolYears(text)).toBeLessThanOrEqual(MOST);
	});

	it('is short and plain throughout', () => {
		expect(schoolYears(permissions.join(' '))).toBeLessThan(MOST - 2);
		expect(schoolYears(screens.join(' '))).toBeLessThan(MOST - 2);
	});

	it('is told from what only a lawyer reads', () => {
		expect(
			schoolYears(
				'Authorization of telematics data processing constitutes irrevocable acknowledgement of applicable contractual provisions.'
			)
		).toBeGreaterThan(20);
	});
});
