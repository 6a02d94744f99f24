import { countSteps } from '#lib/connect/funnel.ts';
import { expect, it } from 'vitest';
import { rowsOf } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/sessions/parts.ts';

const steps = countSteps([], []);
const insights = {
	funnel: steps.map((counted) => ({ ...counted, ends: [] })),
	byAsked: [2, 1, 'link' as const].map((asked) => ({ asked, steps })),
	byBrand: Array.from({ length: 12 }, (_, n) => ({ brand: `B${n}`, name: `Brand ${n}`, steps }))
};

it('has a row for all sessions and for each version, the current one marked', () => {
	const { shown, many } = rowsOf(insights, { by: 'version', all: false }, 2);
	expect(shown.map(({ name, isCurrent, narrowed }) => [name, isCurrent, narrowed])).toEqual([
		['All sessions', false, {}],
		['Version 2', true, { asked: 2 }],
		['Version 1', false, { asked: 1 }],
		['Scope of the link', false, { asked: 'link' }]
	]);
	expect(many).toBeNull();
});

it.each([
	[false, 11],
	[true, 13]
])('shows ten of many brands until all are asked for: %s', (all, rows) => {
	const { shown, many } = rowsOf(insights, { by: 'brand', all }, 2);
	expect(shown).toHaveLength(rows);
	expect(shown.at(-1)?.narrowed).toEqual({ brand: `B${rows - 2}` });
	expect(many).toBe(12);
});
