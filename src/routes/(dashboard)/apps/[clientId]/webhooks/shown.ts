import type { PageParentData, PageServerData } from './$types.js';
import type Opened from './deliveries/Opened.svelte';
import type Explained from './why/Explained.svelte';

/** What the page shows of one webhook. */
export type Shown = PageParentData &
	Extract<PageServerData, { webhook: object }> & {
		/** Fetched with a delivery that is open, and with what somebody asked. */
		readonly parts: {
			readonly Opened: typeof Opened | undefined;
			readonly Explained: typeof Explained | undefined;
		};
	};
