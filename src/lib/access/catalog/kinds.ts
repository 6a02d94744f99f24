import type { CatalogItem } from './schema.ts';

/** Day on which API v2 ends; from it on, a v2 item no longer works. */
export const END_OF_API_V2 = '2026-12-01';

/** The parts of the picker, in their order. */
export const TABS = [
	{ id: 'signals', label: 'Signals' },
	{ id: 'commands', label: 'Commands' },
	{ id: 'attributes', label: 'Attributes' },
	{ id: 'v2', label: 'API v2' }
] as const;

export type TabId = (typeof TABS)[number]['id'];

/** The one tab that shows an item; everything of API v2, commands included, has a tab of its own. */
export function tabOf({ kind, apiVersion }: Pick<CatalogItem, 'kind' | 'apiVersion'>): TabId {
	if (apiVersion === 'v2') return 'v2';
	switch (kind) {
		case 'signal':
			return 'signals';
		case 'command':
			return 'commands';
		case 'attribute':
			return 'attributes';
		case 'endpoint':
			throw new TypeError('Endpoints belong to API v2');
	}
}
