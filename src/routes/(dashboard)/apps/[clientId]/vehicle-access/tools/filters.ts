import { formatView, type View } from '../view.ts';
import * as words from '../words.en.ts';

/** What of a view is chosen in the filter's menu, in its order. */
type FilterKey = 'show' | 'powertrain' | 'evidence' | 'permission';

/** Each filter's value as it is called; what is not listed is called by itself. */
const NAMES: Readonly<Record<string, string>> = {
	selected: words.chosen,
	required: words.required,
	sensitive: words.sensitiveFilter,
	documented: words.documented,
	observed: words.observed,
	inferred: words.inferred,
	uncertain: words.uncertain
};

const TITLES = {
	show: words.show,
	powertrain: words.powertrain,
	evidence: words.evidence,
	permission: words.permission
} as const;

export const nameOfValue = (value: string): string => NAMES[value] ?? value;

/** A filter that is set, with the address of the page without it. */
export interface ActiveFilter {
	readonly key: FilterKey;
	readonly title: string;
	readonly name: string;
	readonly without: string;
}

export function activeFilters(view: View): readonly ActiveFilter[] {
	const { show, powertrain, evidence, permission } = view;
	const set = { show: show === 'all' ? '' : show, powertrain, evidence, permission };
	return FILTER_KEYS.filter((key) => set[key] !== '').map((key) => ({
		key,
		title: TITLES[key],
		name: nameOfValue(set[key]),
		without: formatView({ ...view, ...UNSET[key] })
	}));
}

const FILTER_KEYS = ['show', 'powertrain', 'evidence', 'permission'] as const;

const UNSET: Readonly<Record<FilterKey, Partial<View>>> = {
	show: { show: 'all' },
	powertrain: { powertrain: '' },
	evidence: { evidence: '' },
	permission: { permission: '' }
};
