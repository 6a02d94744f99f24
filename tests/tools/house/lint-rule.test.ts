import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { directions } from '../../../tools/house/lint-rule.ts';

const linter = new Linter({ configType: 'flat', cwd: process.cwd() });

function messagesOf(code: string, file: string): readonly string[] {
	const config: Linter.Config = {
		files: ['**/*.ts'],
		languageOptions: { parser: tseslint.parser },
		plugins: { house: { rules: { directions } } },
		rules: { 'house/directions': 'error' }
	};
	return linter.verify(code, config, file).map(({ message }) => message);
}

describe('house/directions', () => {
	it.each([
		"import { a } from '#lib/server/a.ts';",
		"import type { A } from '#lib/server/a.ts';",
		"export { a } from '#lib/server/a.ts';",
		"export * from '#lib/server/a.ts';",
		"export const load = () => import('#lib/server/a.ts');",
		"export type A = import('#lib/server/a.ts').A;",
		"export type A = typeof import('#lib/server/a.ts');"
	])('refuses %s in the core', (code) => {
		expect(messagesOf(code, 'src/lib/access/b.ts')).toEqual([
			expect.stringMatching(/^access may not import .*: it may import no other room\./)
		]);
	});

	it.each([
		"import { a } from './a.ts';",
		"import { z } from 'zod';",
		"export const from = '#lib/server/a.ts';",
		'export const load = (name: string) => import(name);'
	])('has nothing against %s', (code) => {
		expect(messagesOf(code, 'src/lib/access/configuration.ts')).toEqual([]);
	});

	it.each(["import type { z } from 'zod';", "export const z = () => import('zod');"])(
		'lets %s pass where zod may not weigh on a page',
		(code) => {
			expect(messagesOf(code, 'src/lib/components/a.ts')).toEqual([]);
		}
	);

	it('refuses to load zod there', () => {
		expect(messagesOf("import { z } from 'zod';", 'src/lib/components/a.ts')).toEqual([
			expect.stringMatching(/^Only types from zod, or import\(\) where it is needed:/)
		]);
	});
});
