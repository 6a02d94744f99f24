import { NO_BRAND, type View } from './view.ts';
import { askedName, STEP_WORDS, wordsOfEnd } from './words.ts';
import * as words from './words.en.ts';

export interface Chip {
	readonly key: string;
	readonly text: string;
	/** The same without what this one says, from its first page. */
	readonly without: View;
}

/** What the list is narrowed to, in words. */
export function chipsOf(view: View, brandName: (key: string) => string): readonly Chip[] {
	const { end, user, withoutUser, reached, left, asked, brand, seen, refused } = view;
	const said: readonly (readonly [key: string, text: string | null, without: Partial<View>])[] = [
		['end', end && words.chips.end(wordsOfEnd(end).short), { end: null }],
		['reached', reached && words.chips.reached(STEP_WORDS[reached].short), { reached: null }],
		['left', left && words.chips.left(STEP_WORDS[left].short), { left: null }],
		['asked', asked === null ? null : words.chips.asked(askedName(asked)), { asked: null }],
		[
			'brand',
			brand && (brand === NO_BRAND ? words.noBrandChosen : words.chips.brand(brandName(brand))),
			{ brand: null }
		],
		['seen', seen && words.chips.seen(seen), { seen: null }],
		['refused', refused && words.chips.refused(refused), { refused: null }],
		['user', user === '' ? null : words.chips.user(user), { user: '' }],
		['without_user', withoutUser ? words.chips.withoutUser : null, { withoutUser: false }]
	];
	return said.flatMap(([key, text, without]) =>
		text === null
			? []
			: [{ key, text, without: { ...view, ...without, page: 1, key: undefined, session: null } }]
	);
}
