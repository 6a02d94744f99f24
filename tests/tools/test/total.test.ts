import { describe, expect, it } from 'vitest';
import { closingLines, noTests, type Failure, type Total } from '../../../tools/test/total.ts';

const failure = (title: string, lines = 2): Failure => ({
	title,
	error: Array.from({ length: lines }, (_, index) => `\u001b[31mline ${index + 1}\u001b[39m`).join(
		'\n\n'
	)
});

const total = (given: Partial<Total>): Total => ({ ...noTests, ...given });

describe('the last lines of a run', () => {
	it('are the sum of its suites', () => {
		const totals = [total({ passed: 10 }), total({ passed: 2, failed: 1 })];
		expect(closingLines(totals)).toEqual(['12 passed, 1 failed']);
	});

	it('name what was skipped, where there is any', () => {
		expect(closingLines([total({ passed: 1, skipped: 2 })])).toEqual([
			'1 passed, 0 failed, 2 skipped'
		]);
	});

	it('say once why tests were left out, last before the sum', () => {
		const totals = [
			total({ skipped: 2, leftOut: ['There is no nginx.'] }),
			total({ skipped: 2, leftOut: ['There is no Firefox.', 'There is no nginx.'] })
		];
		expect(closingLines(totals)).toEqual([
			'Left out: There is no nginx.',
			'Left out: There is no Firefox.',
			'0 passed, 0 failed, 4 skipped'
		]);
	});

	it('tell once more what failed, and what passed on a second try', () => {
		const unit = total({ passed: 1, failed: 1, failures: [failure('a.test.ts › adds')] });
		const browser = total({ passed: 3, secondTries: [failure('b.spec.ts:7 › opens', 1)] });
		expect(closingLines([unit, browser])).toEqual([
			'Failed:',
			'  a.test.ts › adds',
			'      line 1',
			'      line 2',
			'',
			'Passed on a second try, to be mended:',
			'  b.spec.ts:7 › opens',
			'      line 1',
			'',
			'4 passed, 1 failed, 1 on a second try'
		]);
	});

	it('say that too many second tries fail the run', () => {
		const secondTries = ['a', 'b', 'c', 'd'].map((title) => failure(title));
		const lines = closingLines([total({ failed: 4, secondTries })]);
		expect(lines).toContain('More than 3 passed on a second try: that fails the run.');
	});

	it.each([1, 5, 20, 45])('name each of %i failures in few lines', (count) => {
		const failures = Array.from({ length: count }, (_, index) => failure(`number ${index}.`, 40));
		const lines = closingLines([total({ failed: count, failures })]);
		expect(lines.length).toBeLessThanOrEqual(52);
		for (const { title } of failures) expect(lines).toContain(`  ${title}`);
		expect(lines).toContain('      line 1');
	});
});
