import adapterNode from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, renameSync } from 'node:fs';

/** Of the one script in the template, which also stands in pages that have no nonce. */
const template = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
const templateScript = /<script>(.*)<\/script>/s.exec(template)?.[1];
const templateHash = createHash('sha256')
	.update(templateScript ?? '')
	.digest('base64');

/**
 * The adapter for Node without its way of serving files, which ends the process over a request that
 * asks for odd bytes: src/lib/server/door/static-files.ts serves them, from a folder of another name.
 * Beside the handler of pages, the build exports what answers programs.
 */
function adapter() {
	const node = adapterNode({ precompress: true, envPrefix: 'VALETKEY_ADAPTER_' });
	return {
		...node,
		/** @param {import('@sveltejs/kit').Builder} builder */
		async adapt(builder) {
			const entries = `${builder.getBuildDirectory('adapter-node')}/entries`;
			const hooks = `${builder.getServerDirectory()}/entries/hooks.server.js`;
			/** @type {typeof builder.copy} */
			const copy = (from, to, options) => {
				const copied = builder.copy(from, to, options);
				if (to === entries) {
					const line = `export { programs } from ${JSON.stringify(hooks)};`;
					appendFileSync(`${entries}/handler.js`, `\n${line}\n`);
				}
				return copied;
			};
			await node.adapt(Object.create(builder, { copy: { value: copy } }));
			renameSync('build/client', 'build/static');
		}
	};
}

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
