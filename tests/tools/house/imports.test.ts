import { describe, expect, it } from 'vitest';
import { importsOf } from '../../../tools/house/imports.ts';

const found = (source: string, path: string) =>
	importsOf(source, path).map(({ specifier, atOnce }) => [specifier, atOnce]);

describe('the reader of imports', () => {
	it.each([
		["import { a } from './a.ts';", [['./a.ts', true]]],
		["import a, {\n\tb\n} from '#lib/b.ts';", [['#lib/b.ts', true]]],
		["import './a.css';", [['./a.css', true]]],
		["import type { A } from './a.ts';", [['./a.ts', false]]],
		["import { type A } from './a.ts';", [['./a.ts', true]]],
		["export { a, b } from './a.ts';", [['./a.ts', true]]],
		["export * from './a.ts';", [['./a.ts', true]]],
		["export type { A } from './a.ts';", [['./a.ts', false]]],
		["const a = await import('./a.ts');", [['./a.ts', false]]],
		["type A = typeof import('./a.ts');", [['./a.ts', false]]],
		["export const from = 'here';", []],
		["const program = `\nimport a from './a.ts';\n`;", []],
		["\timport { x } from 'zod'", [['zod', true]]]
	])('%j', (source, expected) => {
		expect(found(source, 'a.ts')).toEqual(expected);
	});

	it('reads every script of a component, and what its markup loads', () => {
		const source = `<script module lang="ts">
import a from './a.ts';
</script>
<script lang="ts">
import type { B } from './b.ts';
</script>
<p>import c from './c.ts';</p>
{#await import('./d.svelte') then D}{/await}`;
		expect(found(source, 'a.svelte')).toEqual([
			['./a.ts', true],
			['./b.ts', false],
			['./d.svelte', false]
		]);
	});
});
