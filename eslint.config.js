import './tools/house/one-program.ts';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { directions } from './tools/house/lint-rule.ts';
import { noSentences } from './tools/house/sentences-rule.ts';
import { wordsInCatalogs } from './tools/house/words-rule.ts';

const UNSAFE_OFF = {
	'@typescript-eslint/no-unsafe-argument': 'off',
	'@typescript-eslint/no-unsafe-assignment': 'off',
	'@typescript-eslint/no-unsafe-call': 'off',
	'@typescript-eslint/no-unsafe-member-access': 'off',
	'@typescript-eslint/no-unsafe-return': 'off'
};

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', 'drizzle/', 'data/', 'test-results/', 'bench/bare/']),
	js.configs.recommended,
	tseslint.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { house: { rules: { directions, sentences: noSentences, words: wordsInCatalogs } } },
		rules: {
			'house/directions': 'error',
			'max-lines': ['error', { max: 250 }],
			'no-console': 'error',
			// The compiler knows every name, in components too.
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/only-throw-error': [
				'error',
				// Kit's redirect() is thrown and is no Error.
				{ allow: [{ from: 'package', package: '@sveltejs/kit', name: ['Redirect', 'HttpError'] }] }
			]
		}
	},
	// The linter does not see types that Kit and Svelte generate; svelte-check does.
	{ files: ['**/*.svelte'], rules: UNSAFE_OFF },
	// Tests read answers as they come; a wrong one fails an assertion. A table of cases has no seam.
	{ files: ['tests/**'], rules: { ...UNSAFE_OFF, 'max-lines': ['error', { max: 300 }] } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
		rules: {
			// Addresses with a query are built by functions that the rule cannot look into.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/routes/**', 'src/lib/components/**', 'src/lib/state/**'],
		ignores: ['**/*.en.ts'],
		rules: { 'house/words': 'error' }
	},
	{
		// What is below the doors; http is what these share, and says itself in a catalog.
		files: ['src/lib/{connect,vehicles,webhooks,server}/**'],
		ignores: ['src/lib/server/{door,hooks,programs}/**', '**/*.en.ts'],
		rules: { 'house/sentences': 'error' }
	},
	{
		files: ['src/lib/state/draft-*.svelte.ts'],
		// Maps and sets here are built anew inside $derived, or nothing is drawn from them.
		rules: { 'svelte/prefer-svelte-reactivity': 'off' }
	},
	{
		files: ['**/*.js', '**/*.cjs'],
		extends: [tseslint.configs.disableTypeChecked],
		languageOptions: { parserOptions: { projectService: false, program: null } }
	},
	// It is no module, so that it has no other way.
	{ files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
	{
		files: ['server/**', 'tools/**', 'bench/**', 'soak/**', 'src/hooks.server.ts', 'src/cli/**'],
		rules: { 'no-console': 'off' }
	},
	{
		files: ['tests/**'],
		rules: {
			'@typescript-eslint/unbound-method': 'off',
			// A stand-in keeps the async signature of what it stands for.
			'@typescript-eslint/require-await': 'off'
		}
	},
	{
		files: ['tests/**'],
		// Every file has the one replaced that the answers are looked at in.
		ignores: ['tests/support/described/in-process.ts'],
		rules: {
			// Test files share a process, in which a module that was replaced stays replaced.
			'no-restricted-properties': [
				'error',
				...['mock', 'doMock', 'resetModules'].map((property) => ({ object: 'vi', property }))
			]
		}
	},
	// Declarations describe other people's code.
	{ files: ['**/*.d.ts'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },
	{
		files: ['src/**/*.ts', 'server/**'],
		ignores: ['src/lib/server/machine-time.ts'],
		// src/lib/server/machine-time.ts asks it, and what needs the time is told.
		rules: {
			'no-restricted-properties': ['error', { object: 'Date', property: 'now' }],
			'no-restricted-syntax': ['error', 'NewExpression[callee.name="Date"][arguments.length=0]']
		}
	},
	{
		files: ['tests/**/*.test.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						'CallExpression[callee.object.name="vi"][callee.property.name=/^wait(For|Until)$/][arguments.length=1]',
					message: 'It gives up after a second. Hand in PATIENCE of tests/support/patience.ts.'
				}
			]
		}
	},
	{
		files: ['src/lib/server/**'],
		// Functions are async for the sake of a database that is; see docs/decisions/002-sqlite.md.
		rules: { '@typescript-eslint/require-await': 'off' }
	}
);
