import type { PageParentData, PageServerData } from './$types.js';
import type Opened from './deliveries/Opened.svelte';

/** What the page shows of one webhook. */
export type Shown = PageParentData &
	Extract<PageServerData, { webhook: object }> & {
		/** Fetched with a delivery that is open. */
		readonly parts: { readonly Opened: typeof Opened | undefined };
	};
