import type { PageParentData, PageServerData } from './$types.js';
import type FirstWebhook from './FirstWebhook.svelte';
import type Opened from './deliveries/Opened.svelte';
import type Rail from './rail/Rail.svelte';
import type Explained from './why/Explained.svelte';

/** What the page shows of one webhook. */
export type Shown = PageParentData &
	Extract<PageServerData, { webhook: object }> & {
		/** Fetched with a delivery that is open, and with what somebody asked. */
		readonly parts: {
			readonly Opened: typeof Opened | undefined;
			readonly Explained: typeof Explained | undefined;
			/** Undefined on the first view, of which the server writes it. */
			readonly Rail: typeof Rail | undefined;
			readonly railMarkup?: string;
			/** Fetched before there is a webhook. */
			readonly FirstWebhook: typeof FirstWebhook | undefined;
		};
	};
