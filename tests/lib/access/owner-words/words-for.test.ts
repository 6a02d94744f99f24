import { wordsFor } from '#lib/access/owner-words/words-for.ts';
import { describe, expect, it } from 'vitest';

const values = (language: string, app: string) => Object.values(wordsFor(language, app));

describe('the words of the owner’s pages', () => {
	it('name the application, each its own, in each language', () => {
		const named = (texts: readonly unknown[], app: string) =>
			texts.filter((text) => typeof text === 'string' && text.includes(app)).length;
		const count = named(values('en', 'Charge Planner'), 'Charge Planner');
		expect(count).toBeGreaterThan(3);
		for (const language of ['en', 'de', 'fr', 'es']) {
			expect(named(values(language, 'Fleet Board'), 'Fleet Board')).toBeGreaterThan(3);
			expect(named(values(language, 'Fleet Board'), 'Charge Planner')).toBe(0);
		}
		expect(values('de', 'Charge Planner')).not.toEqual(values('en', 'Charge Planner'));
	});

	it('are the same for the same, also once more applications were named than are kept', () => {
		const first = wordsFor('en', 'First');
		expect(wordsFor('en', 'First')).toBe(first);
		for (let number = 0; number < 200; number++) wordsFor('en', `Number ${number}`);
		expect(wordsFor('en', 'First')).toEqual(first);
	});
});
