import { evidenceWords } from '#lib/components/evidence-words.ts';
import { describe, expect, it } from 'vitest';

describe('evidenceWords', () => {
	it.each([
		['documented', 'high', 'documented'],
		['documented', 'medium', 'documented, medium confidence'],
		['observed', 'high', 'observed'],
		['observed', 'medium', 'observed, medium confidence'],
		['inferred', 'high', 'inferred, high confidence'],
		['inferred', 'low', 'inferred, low confidence']
	] as const)('says %s with %s confidence as “%s”', (kind, confidence, words) => {
		expect(evidenceWords({ kind, confidence })).toBe(words);
	});

	it('says that sources contradict each other', () => {
		expect(evidenceWords({ kind: 'inferred', confidence: 'low', contradicted: true })).toBe(
			'inferred, low confidence, contradicted'
		);
	});
});
