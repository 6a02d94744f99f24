import { nearest } from '../../nearest.ts';
import { KNOWN_FLAGS, parseFlags } from '../flags.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

/** Flags that are described one by one. */
const MAX_FLAGS_DESCRIBED = 20;

const NAMES = KNOWN_FLAGS.map(({ name }) => name);

/** Flags whose values have a form. */
const FORMS: ReadonlyMap<string, { readonly flag: 'country' | 'color'; readonly form: RegExp }> =
	new Map([
		['country', { flag: 'country', form: /^(?!UK)[A-Z]{2}$/ }],
		['color', { flag: 'color', form: /^[0-9a-f]{6}$/i }]
	]);

export const checkFlags: LinkCheck = ({ parameters }) => {
	if (parameters.flags === undefined) return [];
	const finding = findingAbout('flags', parameters);
	const seen = new Set<string>();
	const words = parseFlags(parameters.flags).slice(0, MAX_FLAGS_DESCRIBED);
	return words.flatMap((read) => {
		if (!read.ok) return [finding('error', { code: 'flag-form', word: read.word })];
		const { name, value } = read.flag;
		if (seen.has(name)) return [finding('error', { code: 'flag-repeated', flag: name })];
		seen.add(name);
		if (value === null) return [finding('warning', { code: 'flag-without-value', flag: name })];
		const known = FORMS.get(name);
		if (known && !known.form.test(value)) {
			return [finding('error', { code: 'flag-value', flag: known.flag, value })];
		}
		if (NAMES.includes(name)) return [];
		return [finding('note', { code: 'unknown-flag', flag: name, near: nearest(name, NAMES) })];
	});
};
