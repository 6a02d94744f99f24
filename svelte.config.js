import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { adapter } from './tools/vite/adapter.ts';

/** Of the one script in the template, which also stands in pages that have no nonce. */
const template = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
const templateScript = /<script>(.*)<\/script>/s.exec(template)?.[1];
const templateHash = createHash('sha256')
	.update(templateScript ?? '')
	.digest('base64');

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter(),
		// The same as "imports" in package.json, for the type checker of components.
		alias: { '#lib/*': './src/lib/*' },
		// The built-in check refuses forms without Origin before our own guard is asked; see src/lib/server/http/guard.ts.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', `sha256-${templateHash}`],
				'style-src': ['self'],
				// The only style attributes on our pages: that of Kit's route announcer, and the
				// "display: contents;" around every line of the palette.
				'style-src-attr': [
					'unsafe-hashes',
					'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
					'sha256-iaOezIDcQIoxCULa6FBKKuLUu09R7kG+Mlu+JVfU3Rw='
				],
				'img-src': ['self', 'data:'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		paths: { relative: false },
		inlineStyleThreshold: 0,
		version: { pollInterval: 0 }
	}
};
