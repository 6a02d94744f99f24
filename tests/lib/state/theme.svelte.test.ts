import { theme } from '#lib/state/theme.svelte.ts';
import { afterEach, expect, it } from 'vitest';

afterEach(() => {
	document.head.replaceChildren();
	document.documentElement.removeAttribute('style');
	delete document.documentElement.dataset.theme;
});

it('colours the bars of the browser as what is behind the page, whatever the system prefers', () => {
	for (const media of ['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']) {
		const meta = document.createElement('meta');
		Object.assign(meta, { name: 'theme-color', media, content: '#ffffff' });
		document.head.append(meta);
	}
	document.documentElement.style.backgroundColor = 'rgb(17, 19, 18)';
	theme.choose('dark');
	const metas = document.head.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]');
	expect([...metas].map(({ content }) => content)).toEqual(['rgb(17, 19, 18)', 'rgb(17, 19, 18)']);
	expect(document.documentElement.dataset.theme).toBe('dark');
});
