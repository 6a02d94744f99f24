import { evidenceWords } from '#lib/components/evidence-words.ts';
import { expect, it } from 'vitest';

it.each([
	['documented', 'high', 'documented'],
	['documented', 'medium', 'documented, medium confidence'],
	['inferred', 'high', 'inferred, high confidence'],
	['inferred', 'low', 'inferred, low confidence']
] as const)('%s with %s confidence is “%s”', (kind, confidence, words) => {
	expect(evidenceWords({ kind, confidence })).toBe(words);
});
