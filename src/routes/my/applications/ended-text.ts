import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import type { ByWhom } from '#lib/owners/by-whom.ts';

/** That access ended. */
export interface Ended {
	readonly at: number;
	readonly by: ByWhom;
}

const TEXTS = {
	you: 'endedByYou',
	another: 'endedByAnother',
	account: 'endedByOwner',
	app: 'endedByApp',
	operator: 'endedByOperator'
} as const satisfies Readonly<Record<ByWhom, string>>;

/** When it ended and by whom, as an owner reads it; `{time}` stands for when. */
export function endedText(language: string, { by }: Ended): string {
	return portalWords(language)[TEXTS[by]];
}
