import { browser } from '$app/environment';
import type { PageLoad } from './$types.js';
import type { Shown } from './shown.ts';

/** What is below the first view, or shown once somebody asked for it, is fetched with that. */
export const load: PageLoad = async ({ data, parent }) => {
	const isOpen = data.webhook !== null && data.opened !== null;
	const isExplained = data.webhook !== null && data.explained !== null;
	const [opened, explained, rail, first] = await Promise.all([
		isOpen ? import('./deliveries/Opened.svelte') : null,
		isExplained ? import('./why/Explained.svelte') : null,
		data.webhook === null || isFirstView() ? null : import('./rail/Rail.svelte'),
		data.webhook === null ? import('./FirstWebhook.svelte') : null
	]);
	const parts: Shown['parts'] = {
		Opened: opened?.default,
		Explained: explained?.default,
		Rail: rail?.default,
		FirstWebhook: first?.default
	};
	// Looked at before modules are gathered: else scripts would have what writes it, too.
	if (import.meta.env.SSR && data.webhook !== null) {
		const { writeRail } = await import('./rail/write-rail.ts');
		const railMarkup = writeRail({ ...(await parent()), ...data, parts });
		return { ...data, parts: { ...parts, Rail: undefined, railMarkup } };
	}
	return { ...data, parts };
};

/** Then the rail is there, as the server wrote it. */
function isFirstView(): boolean {
	return !browser || document.documentElement.dataset.ready === undefined;
}
