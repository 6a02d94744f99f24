import { addToSelection } from '#lib/access/add-to-selection.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCanonicalSelection } from './arbitrary.ts';

const item = (code: string, required = false) => ({ code, required });

describe('what is added to a selection', () => {
	it.each([
		['nothing to nothing', [], [], { added: [], fresh: [], beside: [] }],
		[
			'something to nothing',
			[],
			[item('b'), item('a', true)],
			{ added: [item('a', true), item('b')], fresh: ['b', 'a'], beside: [] }
		],
		[
			'what is there already, now Required',
			[item('a'), item('c')],
			[item('a', true)],
			{ added: [item('a', true), item('c')], fresh: [], beside: ['c'] }
		],
		[
			'what is Required already, as optional',
			[item('a', true)],
			[item('a'), item('b')],
			{ added: [item('a', true), item('b')], fresh: ['b'], beside: [] }
		],
		[
			'one item twice',
			[],
			[item('a'), item('a', true)],
			{ added: [item('a', true)], fresh: ['a'], beside: [] }
		]
	])('%s', (_, selection, offered, expected) => {
		expect(addToSelection(selection, offered)).toEqual(expected);
	});

	it('takes nothing away and makes nothing optional', () => {
		fc.assert(
			fc.property(anyCanonicalSelection, anyCanonicalSelection, (selection, offered) => {
				const after = new Map(
					addToSelection(selection, offered).added.map(({ code, required }) => [code, required])
				);
				for (const { code, required } of selection) {
					expect(after.get(code)).toBe(
						required || offered.some((o) => o.code === code && o.required)
					);
				}
			})
		);
	});
});
