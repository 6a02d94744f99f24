import { fold } from '../fold.ts';

/** Spellings that are one word here. */
const SAME: ReadonlyMap<string, string> = new Map([
	['tyre', 'tire'],
	['colour', 'color'],
	['litre', 'liter'],
	['kilometre', 'kilometer'],
	['metre', 'meter'],
	['windscreen', 'windshield'],
	['batterie', 'battery'],
	['travelled', 'traveled'],
	['automobile', 'car'],
	['vehicle', 'car']
]);

/** Words that are never told apart from their neighbors. */
const ARTICLES: ReadonlySet<string> = new Set(
	'a an the my our your their his her its it s this that'.split(' ')
);

/** Words that say nothing about which item is meant. */
const FILLERS: ReadonlySet<string> = new Set(
	(
		'of in on at for from to with by as if whether when where how much many far long often and or ' +
		'is are was be been has have had do does can could should would will may must ' +
		'i we you they he she who what which there here not ' +
		'need want like get read show see know ask access permission please only also just app ' +
		'find track locate monitor check display fetch retrieve receive view use collect follow tell give let able ' +
		'user customer driver owner ' +
		'car auto current currently live latest reading value data signal item thing about'
	).split(' ')
);

/** Words that may be missing from what the catalog calls an item. */
const VAGUE: ReadonlySet<string> = new Set(
	'status state level info information percentage percent number amount detail now left remaining'.split(
		' '
	)
);

/** Words that turn around what they stand before. */
const AGAINST: ReadonlySet<string> = new Set('no not never without except excluding'.split(' '));

/** The words of a text in the form in which they are compared. */
export function wordsOf(text: string): readonly string[] {
	return fold(text)
		.split(' ')
		.filter((word) => word !== '' && !ARTICLES.has(word))
		.map((word) => {
			const one = singular(word);
			return SAME.get(one) ?? one;
		});
}

export function withoutFillers(words: readonly string[]): readonly string[] {
	return words.filter((word) => !FILLERS.has(word));
}

export function withoutVague(words: readonly string[]): readonly string[] {
	return words.filter((word) => !VAGUE.has(word));
}

/** Whether a phrase says what is not needed: “no location”, “without the VIN”. */
export function isAgainst(words: readonly string[]): boolean {
	const [first = '', ...others] = words;
	return AGAINST.has(first) || (/^(?:don|doesn|won)$/.test(first) && others[0] === 't');
}

function singular(word: string): string {
	if (word.length < 4 || /(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
	return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
