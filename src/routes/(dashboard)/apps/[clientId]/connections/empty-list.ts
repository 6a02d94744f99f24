import { formatView, type ConnectionsView } from './view.ts';
import * as words from './words.en.ts';

/** Why a list is empty, and the one way on. */
export interface EmptyList {
	readonly title: string;
	readonly text: string;
	readonly act: string;
	readonly href: string;
}

/** What to say of a list in which nothing is, of an application that has connections. */
export function explainEmptyList(
	view: Pick<ConnectionsView, 'search' | 'onlyLacking' | 'onlyEnded' | 'lacks'>,
	{ all, version }: { readonly all: number; readonly version: number | null }
): EmptyList {
	const showAll = { act: words.showAll(all), href: formatView({}) };
	if (view.search !== '') {
		return {
			title: words.noneFound,
			text: words.noneFoundText(view.search),
			act: words.clearSearch,
			href: formatView({ ...view, search: '' })
		};
	}
	if (view.onlyEnded) {
		return { title: words.nothingEnded, text: words.nothingEndedText, ...showAll };
	}
	if (view.lacks !== null) {
		return {
			title: words.noneLacks(view.lacks),
			text: words.everyHoldsOne(view.lacks),
			...showAll
		};
	}
	return version === null
		? { title: words.nothingIsLacking, text: words.nothingPublishedYet, ...showAll }
		: { title: words.nothingIsLacking, text: words.everyHolds(version), ...showAll };
}
