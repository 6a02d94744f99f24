import { describe, expect, it } from 'vitest';
import { withoutDeep } from '../../../tools/vite/styles-at-once.ts';

const chunk = (more: object = {}) => ({ file: 'x.js', ...more });

describe('withoutDeep', () => {
	it('ends where something is only loaded later', () => {
		const manifest = {
			page: chunk({ isEntry: true, imports: ['shell', 'button'] }),
			shell: chunk({ dynamicImports: ['loader'] }),
			loader: chunk({ isDynamicEntry: true, dynamicImports: ['dialog'] }),
			dialog: chunk({ isDynamicEntry: true, imports: ['button'], css: ['dialog.css'] }),
			button: chunk({ css: ['button.css'] })
		};
		expect(withoutDeep(manifest)).toEqual({
			...manifest,
			loader: chunk({ isDynamicEntry: true })
		});
	});

	it('goes on where the same is needed at once by another', () => {
		const manifest = {
			node: chunk({ isEntry: true, imports: ['page'] }),
			dialog: chunk({ isDynamicEntry: true, dynamicImports: ['page'] }),
			page: chunk({ isDynamicEntry: true, dynamicImports: ['tabs'], css: ['page.css'] }),
			tabs: chunk({ isDynamicEntry: true, css: ['tabs.css'] })
		};
		expect(withoutDeep(manifest)['page']).toEqual(manifest.page);
		expect(withoutDeep(manifest)['dialog']).toEqual(chunk({ isDynamicEntry: true }));
	});
});
