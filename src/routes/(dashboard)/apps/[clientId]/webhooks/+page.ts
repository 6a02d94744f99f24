import type { PageLoad } from './$types.js';

/** Parts that not every view has are fetched with what they show. */
export const load: PageLoad = async ({ data }) => {
	const isOpen = data.webhook !== null && data.opened !== null;
	const [told, opened, first] = await Promise.all([
		data.webhook === null ? null : import('./Told.svelte'),
		isOpen ? import('./deliveries/Opened.svelte') : null,
		data.webhook === null ? import('./FirstWebhook.svelte') : null
	]);
	return {
		...data,
		parts: { Told: told?.default, Opened: opened?.default, FirstWebhook: first?.default }
	};
};
