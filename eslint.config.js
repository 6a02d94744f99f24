import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const DATABASE = {
	regex: '^(better-sqlite3|drizzle-orm|drizzle-kit)(/|$)',
	message: 'Only src/lib/server knows the database. Call one of its functions.'
};
const SERVER = {
	regex: '^#lib/server/|(^|/)server/',
	message: 'This room runs in the browser or in the core; it may not import the server.'
};
const COMPONENTS = {
	regex: '^#lib/components/|(^|/)components/',
	message: 'Imports point from routes to server to access, never to components.'
};
const ROUTES = {
	regex: '(^|/)routes/',
	message: 'Nothing imports a route. Move what is shared into src/lib.'
};
const NODE = { regex: '^node:', message: 'This room also runs where Node is not.' };
const ZOD_AT_RUN_TIME = {
	regex: '^zod($|/)|(^#lib/access/|/)(configuration|catalog/schema)\\.ts$|^\\./schema\\.ts$',
	allowTypeImports: true,
	message: 'Only types from here: zod is too large for what every page loads.'
};
const OUTSIDE_THE_CORE = {
	regex: '^(?!\\.{1,2}/|#lib/access/|zod$)',
	message: 'The core imports itself and zod, nothing else.'
};
const OUTSIDE_THE_CORE_BUT_FUZZY = {
	regex: '^(?!\\.{1,2}/|#lib/access/|zod$|@leeoniya/ufuzzy$)',
	message: 'Search imports the core and its one search library, nothing else.'
};

const UNSAFE_OFF = {
	'@typescript-eslint/no-unsafe-argument': 'off',
	'@typescript-eslint/no-unsafe-assignment': 'off',
	'@typescript-eslint/no-unsafe-call': 'off',
	'@typescript-eslint/no-unsafe-member-access': 'off',
	'@typescript-eslint/no-unsafe-return': 'off'
};

/** The direction of imports in one room; the last entry that matches a file counts. */
function room(files, patterns) {
	return { files, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

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
		rules: {
			'max-lines': ['warn', { max: 250 }],
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
	// Tests read answers as they come; a wrong one fails an assertion.
	{ files: ['tests/**'], rules: UNSAFE_OFF },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
		rules: {
			// Maps and sets here are built anew inside $derived and not changed afterwards.
			'svelte/prefer-svelte-reactivity': 'off',
			// Addresses with a query are built by functions that the rule cannot look into.
			'svelte/no-navigation-without-resolve': 'off',
			// {' '} keeps a space that formatting would drop.
			'svelte/no-useless-mustaches': 'off'
		}
	},
	{
		files: ['**/*.js'],
		extends: [tseslint.configs.disableTypeChecked],
		languageOptions: { parserOptions: { projectService: false, program: null } }
	},
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
	// Declarations describe other people's code.
	{ files: ['**/*.d.ts'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },
	{
		files: ['src/lib/server/**'],
		// Functions are async for the sake of a database that is; see docs/decisions/002-sqlite.md.
		rules: { '@typescript-eslint/require-await': 'off' }
	},

	room(['src/lib/access/**'], [OUTSIDE_THE_CORE, SERVER, COMPONENTS, ROUTES, ZOD_AT_RUN_TIME]),
	room(
		['src/lib/access/catalog/search.ts'],
		[OUTSIDE_THE_CORE_BUT_FUZZY, SERVER, COMPONENTS, ROUTES, ZOD_AT_RUN_TIME]
	),
	room(
		['src/lib/access/configuration.ts', 'src/lib/access/catalog/schema.ts'],
		[OUTSIDE_THE_CORE, SERVER, COMPONENTS, ROUTES]
	),
	room(['src/lib/server/**'], [COMPONENTS, ROUTES]),
	room(['src/lib/components/**'], [SERVER, ROUTES, DATABASE, NODE, ZOD_AT_RUN_TIME]),
	room(['src/routes/**'], [DATABASE]),
	room(
		['src/routes/**/*.svelte', 'src/routes/**/*.svelte.ts', 'src/routes/**/+{page,layout}.ts'],
		[SERVER, DATABASE, NODE, ZOD_AT_RUN_TIME]
	),
	room(['src/hooks*.ts', 'src/params/**'], [DATABASE]),
	room(['src/cli/**'], [SERVER, COMPONENTS, ROUTES, DATABASE])
);
