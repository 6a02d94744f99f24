import { TABS, type TabId } from '#lib/access/catalog/kinds.ts';
import type { Catalog } from '#lib/access/catalog/catalog.ts';
import { isUncertain } from '#lib/access/catalog/uncertain.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';

export const SHOWN = ['all', 'selected', 'required', 'sensitive'] as const;
export const POWERTRAINS = ['BEV', 'PHEV', 'HEV', 'ICE'] as const;
export const EVIDENCE = ['documented', 'observed', 'inferred', 'uncertain'] as const;

type Shown = (typeof SHOWN)[number];

/** What the address of the page says about the list: which items it shows, and which is open. */
export interface View {
	readonly tab: TabId;
	readonly query: string;
	readonly show: Shown;
	readonly permission: string;
	readonly powertrain: string;
	readonly evidence: string;
	readonly open: string;
}

const DEFAULTS: View = {
	tab: 'signals',
	query: '',
	show: 'all',
	permission: '',
	powertrain: '',
	evidence: '',
	open: ''
};

const PARAMETERS: Record<keyof View, string> = {
	tab: 'tab',
	query: 'q',
	show: 'show',
	permission: 'permission',
	powertrain: 'powertrain',
	evidence: 'evidence',
	open: 'open'
};

/** Longest search text that is looked at. */
const LONGEST_QUERY = 120;

/** Reads a view from a query string; what is unknown there counts as not given. */
export function parseView(search: URLSearchParams): View {
	const get = (key: keyof View) => search.get(PARAMETERS[key]) ?? '';
	return {
		tab: TABS.find(({ id }) => id === get('tab'))?.id ?? DEFAULTS.tab,
		query: get('query').slice(0, LONGEST_QUERY),
		show: SHOWN.find((shown) => shown === get('show')) ?? DEFAULTS.show,
		permission: get('permission'),
		powertrain: POWERTRAINS.find((powertrain) => powertrain === get('powertrain')) ?? '',
		evidence: EVIDENCE.find((evidence) => evidence === get('evidence')) ?? '',
		open: get('open')
	};
}

/** The query string of a view: `?tab=commands&q=lock`, or `?` for the plain page. */
export function formatView(view: View): string {
	const search = new URLSearchParams();
	for (const key of Object.keys(PARAMETERS) as (keyof View)[]) {
		if (view[key] !== DEFAULTS[key]) search.set(PARAMETERS[key], view[key]);
	}
	return `?${search}`;
}

/** The view with no filter set; what is searched for stays. */
export function withoutFilters(view: View): View {
	return { ...view, show: 'all', powertrain: '', evidence: '', permission: '' };
}

/** How many filters are set. */
export function countFilters({ show, powertrain, evidence, permission }: View): number {
	return [show === 'all' ? '' : show, powertrain, evidence, permission].filter(Boolean).length;
}

/** What of the editor the filters look at. */
export interface Picked {
	isSelected(code: string): boolean;
	isRequired(code: string): boolean;
}

function isSensitive(item: CatalogItem, catalog: Catalog): boolean {
	return item.permissions.some((name) => catalog.permission(name).sensitivity === 'high');
}

/** Whether an item passes a view's filters; search and tab are decided elsewhere. */
export function passesFilters(
	item: CatalogItem,
	view: View,
	picked: Picked,
	catalog: Catalog
): boolean {
	if (view.show === 'selected' && !picked.isSelected(item.code)) return false;
	if (view.show === 'required' && !picked.isRequired(item.code)) return false;
	if (view.show === 'sensitive' && !isSensitive(item, catalog)) return false;
	if (view.permission && !item.permissions.some((name) => name === view.permission)) return false;
	if (view.powertrain && item.powertrains?.every((name) => name !== view.powertrain)) return false;
	if (view.evidence === 'uncertain') return isUncertain(item);
	return !view.evidence || item.evidence.kind === view.evidence;
}
