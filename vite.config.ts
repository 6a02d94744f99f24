import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { leanIcons } from './scripts/lean-icons.ts';

export default defineConfig({
	plugins: [leanIcons(), sveltekit()],
	build: { target: 'es2023' },
	// Hundreds of small files: bundled, the server is ready in a third of the time.
	ssr: { noExternal: ['zod', 'drizzle-orm'] },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/e2e/**', 'tests/**/*.svelte.test.ts']
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				resolve: { conditions: ['browser'] },
				test: {
					name: 'component',
					environment: 'jsdom',
					include: ['tests/**/*.svelte.test.ts']
				}
			}
		]
	}
});
