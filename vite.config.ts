import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { firstLoad } from './tools/vite/first-load.ts';
import { leanIcons } from './tools/vite/lean-icons.ts';
import { namedWidths } from './tools/vite/named-widths.ts';
import { programsInDevelopment } from './tools/vite/programs-in-development.ts';
import { stylesAtOnce } from './tools/vite/styles-at-once.ts';
import { wordsInPlace } from './tools/vite/words-in-place.ts';

/** The page with the most in it, and the one that people are on most. */
const PICKER = 'src/routes/(dashboard)/apps/[clientId]/vehicle-access/+page.svelte';

/** Holds every answer of an API against its schema. */
const HELD = 'tests/support/described/in-process.ts';

/** Tests of whatever keeps something: they hold for both engines. */
const onEveryEngine = () =>
	globSync('tests/**/*.test.ts').filter(
		(path) =>
			!path.includes('crash') &&
			/use(?:Storage|TwoNodes)\(\)|isPostgres/.test(readFileSync(path, 'utf8'))
	);

/** Milliseconds that something is waited for which soon comes: on a busy machine a second is nothing. */
const PATIENCE = 30_000;

const ALWAYS = ['tests/support/leaves-nothing.ts', 'tests/support/properties.ts'];

export default defineConfig({
	plugins: [
		leanIcons(),
		firstLoad(PICKER),
		programsInDevelopment(),
		wordsInPlace(),
		stylesAtOnce(),
		sveltekit()
	],
	css: { postcss: { plugins: [namedWidths()] } },
	build: {
		target: 'es2023',
		// The list of all scripts would stand in what every page loads; styles have to be in it.
		modulePreload: {
			resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css'))
		}
	},
	// Hundreds of small files: bundled, the server is ready in a third of the time.
	ssr: { noExternal: ['zod', 'drizzle-orm'] },
	test: {
		// All processors: by default one is left for the watcher, and on two that is half of them.
		maxWorkers: '100%',
		// A process for many files: each of them would load the same hundreds of modules.
		isolate: false,
		// A test that hangs ends; one on a busy machine does not.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: { poll: { timeout: PATIENCE } },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// Whatever the shell says: these are the tests on SQLite.
					env: { DATABASE_URL: '' },
					setupFiles: [...ALWAYS, HELD],
					include: ['tests/**/*.test.ts'],
					exclude: [
						'tests/e2e/**',
						'tests/**/*.svelte.test.ts',
						'tests/**/*.crash.test.ts',
						'tests/**/db/postgres/**'
					]
				}
			},
			{
				extends: true,
				test: {
					name: 'postgres',
					environment: 'node',
					include: [...onEveryEngine(), 'tests/**/db/postgres/**/*.test.ts'],
					globalSetup: ['tests/support/postgres.ts'],
					setupFiles: [...ALWAYS, HELD, 'tests/support/without-postgres.ts'],
					env: { DATABASE_URL: 'postgres://each-test-file-has-its-own' }
				}
			},
			{
				extends: true,
				test: {
					name: 'crash',
					environment: 'node',
					env: { DATABASE_URL: '' },
					include: ['tests/**/*.crash.test.ts'],
					// Programs that are killed want the machine for themselves, and get the time they need.
					sequence: { groupOrder: 1 },
					testTimeout: 300_000,
					fileParallelism: false
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				resolve: { conditions: ['browser'] },
				test: {
					name: 'component',
					environment: 'jsdom',
					setupFiles: ALWAYS,
					include: ['tests/**/*.svelte.test.ts']
				}
			}
		]
	}
});
