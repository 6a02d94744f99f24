import type { PageLoad } from './$types.js';

/** What is shown once somebody asked for it is fetched with that. */
export const load: PageLoad = async ({ data }) => {
	const isOpen = data.webhook !== null && data.opened !== null;
	const isExplained = data.webhook !== null && data.explained !== null;
	const [opened, explained] = await Promise.all([
		isOpen ? import('./deliveries/Opened.svelte') : null,
		isExplained ? import('./why/Explained.svelte') : null
	]);
	return { ...data, parts: { Opened: opened?.default, Explained: explained?.default } };
};
