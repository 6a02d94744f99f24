import { fateOfDraft, type SeededDraft } from '#lib/access/seed-draft.ts';
import { describe, expect, it } from 'vitest';

const items = (...codes: string[]) => codes.map((code) => ({ code, required: false }));

describe('fateOfDraft', () => {
	const draft: SeededDraft = {
		selection: items('vin'),
		purposes: {},
		revision: 7,
		seededRevision: 7,
		isPublished: true
	};

	it.each<[string, Partial<SeededDraft>, string]>([
		['says the same', { selection: items('make'), revision: 8 }, 'same'],
		['is as the last seed left it', {}, 'write'],
		['was edited since the last seed', { revision: 8 }, 'keep'],
		['was emptied since the last seed', { revision: 8, selection: [] }, 'keep'],
		['a person has published', { seededRevision: null }, 'keep'],
		['a person has written', { seededRevision: null, isPublished: false }, 'keep'],
		['nobody has written', { seededRevision: null, selection: [], isPublished: false }, 'write'],
		['was emptied after it was published', { seededRevision: null, selection: [] }, 'keep']
	])('of a draft that %s', (_, given, fate) => {
		expect(fateOfDraft({ selection: items('make'), purposes: {} }, { ...draft, ...given })).toBe(
			fate
		);
	});

	it('tells other purposes from the same', () => {
		const wanted = { selection: items('vin'), purposes: { read_vin: 'We greet it.' } };
		expect(fateOfDraft(wanted, draft)).toBe('write');
		expect(fateOfDraft(wanted, { ...draft, revision: 8 })).toBe('keep');
		expect(fateOfDraft(wanted, { ...draft, ...wanted, revision: 8 })).toBe('same');
	});

	it('tells a required item from one that is not', () => {
		expect(fateOfDraft({ selection: [{ code: 'vin', required: true }], purposes: {} }, draft)).toBe(
			'write'
		);
	});
});
