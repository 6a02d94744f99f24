import { parseScope } from '#lib/access/scope.ts';
import { describeScopeFinding } from '#lib/access/scope-words.ts';
import { describe, expect, it } from 'vitest';

const last = (count: number) => {
	const words = Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
	return parseScope(words).problems.at(-1);
};

const told = (count: number) => {
	const problem = last(count);
	return problem && describeScopeFinding(problem);
};

describe('words that are no permission', () => {
	it('are counted where there are more than are described', () => {
		const described =
			parseScope(Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ')).problems
				.length - 1;
		expect(last(described)?.code).toBe('unknown-permission');
		expect(told(described + 1)).toMatch(/^One more word is no permission\./);
		expect(told(described + 2)).toMatch(/^2 more words are no permission\./);
	});

	it('count once each', () => {
		expect(parseScope('a a b').problems).toHaveLength(2);
	});
});
