import { parseScope } from '#lib/access/scope.ts';
import { describe, expect, it } from 'vitest';

const last = (count: number) => {
	const words = Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
	return parseScope(words).problems.at(-1);
};

describe('words that are no permission', () => {
	it('are counted where there are more than are described', () => {
		const described =
			parseScope(Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ')).problems
				.length - 1;
		expect(last(described)?.code).not.toBe('more');
		expect(last(described + 1)?.message).toMatch(/^One more word is no permission\./);
		expect(last(described + 2)?.message).toMatch(/^2 more words are no permission\./);
	});

	it('count once each', () => {
		expect(parseScope('a a b').problems).toHaveLength(2);
	});
});
