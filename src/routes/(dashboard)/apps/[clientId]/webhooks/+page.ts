import type { PageLoad } from './$types.js';

/** Parts that not every view has are fetched with what they show. */
export const load: PageLoad = async ({ data }) => {
	const isOpen = data.webhook !== null && data.opened !== null;
	const [opened, first] = await Promise.all([
		isOpen ? import('./deliveries/Opened.svelte') : null,
		data.webhook === null ? import('./FirstWebhook.svelte') : null
	]);
	return { ...data, parts: { Opened: opened?.default, FirstWebhook: first?.default } };
};
