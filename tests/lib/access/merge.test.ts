import { compareThreeWays, mergeSelections } from '#lib/access/merge.ts';
import { normalizeSelection, type Selection } from '#lib/access/selection.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCanonicalSelection } from './arbitrary.ts';

const pick = (text: string): Selection =>
	normalizeSelection(
		text
			.split(' ')
			.filter(Boolean)
			.map((word) => ({ code: word.replace('!', ''), required: word.endsWith('!') }))
	);

const anyThree = [anyCanonicalSelection, anyCanonicalSelection, anyCanonicalSelection] as const;

describe('mergeSelections', () => {
	it.each([
		['a', 'a b', 'a c', 'a b c', []],
		['a b', 'a', 'a b c', 'a c', []],
		['a', 'a!', 'a b', 'a! b', []],
		['a', '', 'a!', '', ['a']],
		['a', 'a!', '', 'a!', ['a']],
		['', 'a!', 'a', 'a!', ['a']],
		['a', 'a!', 'a!', 'a!', []],
		['a', '', '', '', []]
	])('base “%s”, mine “%s”, theirs “%s” → “%s”', (base, mine, theirs, merged, conflicts) => {
		const result = mergeSelections(pick(base), pick(mine), pick(theirs));
		expect(result.merged).toEqual(pick(merged));
		expect(result.conflicts.map(({ code }) => code)).toEqual(conflicts);
	});

	it('says how a conflicting item stands on each side', () => {
		expect(mergeSelections(pick('a'), pick(''), pick('a!')).conflicts).toEqual([
			{ code: 'a', base: 'optional', mine: 'absent', theirs: 'required' }
		]);
	});

	it('keeps one side’s changes whole when the other changed nothing', () => {
		fc.assert(
			fc.property(anyCanonicalSelection, anyCanonicalSelection, (base, changed) => {
				expect(mergeSelections(base, changed, base)).toEqual({ merged: changed, conflicts: [] });
				expect(mergeSelections(base, base, changed)).toEqual({ merged: changed, conflicts: [] });
			})
		);
	});

	it('is the same for both sides where nothing conflicts', () => {
		fc.assert(
			fc.property(...anyThree, (base, mine, theirs) => {
				const there = mergeSelections(base, mine, theirs);
				fc.pre(there.conflicts.length === 0);
				expect(mergeSelections(base, theirs, mine).merged).toEqual(there.merged);
			})
		);
	});
});

describe('compareThreeWays', () => {
	it('shows only what changed on either side, with the outcome', () => {
		expect(compareThreeWays(pick('a b c'), pick('a! b'), pick('a b d'))).toEqual([
			{
				code: 'a',
				base: 'optional',
				mine: 'required',
				theirs: 'optional',
				merged: 'required',
				conflict: false
			},
			{
				code: 'c',
				base: 'optional',
				mine: 'absent',
				theirs: 'absent',
				merged: 'absent',
				conflict: false
			},
			{
				code: 'd',
				base: 'absent',
				mine: 'absent',
				theirs: 'optional',
				merged: 'optional',
				conflict: false
			}
		]);
	});

	it('agrees with the merge', () => {
		fc.assert(
			fc.property(...anyThree, (base, mine, theirs) => {
				const { conflicts } = mergeSelections(base, mine, theirs);
				const shown = compareThreeWays(base, mine, theirs).filter(({ conflict }) => conflict);
				expect(shown.map(({ code }) => code)).toEqual(conflicts.map(({ code }) => code));
			})
		);
	});
});
