import type { Mutant } from './instrument.ts';

/** A mutant that no test can notice, since it does the same. */
export interface Equivalent extends Pick<Mutant, 'file' | 'code' | 'was' | 'becomes'> {
	readonly reason: string;
}

/** Looked at one by one. Named by the line's text, so that a line that changes is judged anew. */
export const EQUIVALENT: readonly Equivalent[] = [
	...[
		{ code: 'let position = -1;', was: '-1', becomes: '(1)' },
		{ code: 'let position = -1;', was: '1', becomes: '0' },
		...[
			{ was: '+', becomes: '-' },
			{ was: '1', becomes: '0' }
		].map((change) => ({
			code: 'position = catalog.positionOf(code, position + 1);',
			...change
		}))
	].map((change) => ({
		file: 'src/lib/access/derive.ts',
		...change,
		reason: 'It is a guess at the place, which is looked up where the guess is wrong.'
	})),
	{
		file: 'src/lib/access/catalog/catalog.ts',
		code: 'positionOf: (code, guess = 0) => (codes[guess] === code ? guess : (positions.get(code) ?? -1)),',
		was: 'codes[guess] === code',
		becomes: 'false',
		reason: 'The guess only saves the look-up.'
	},
	{
		file: 'src/lib/access/catalog/catalog.ts',
		code: 'const ascending = [...items].sort((a, b) => (a.code < b.code ? -1 : 1));',
		was: '<',
		becomes: '<=',
		reason: 'No two items have one code.'
	},
	{
		file: 'src/lib/access/catalog/catalog.ts',
		code: 'shared.set(key, known);',
		was: 'shared.set(key, known);',
		becomes: '{}',
		reason: 'The list is then made again, with the same in it.'
	},
	{
		file: 'src/lib/access/selection.ts',
		code: '.sort(([a], [b]) => (a < b ? -1 : 1))',
		was: '<',
		becomes: '<=',
		reason: 'No code is in the map twice.'
	},
	{
		file: 'src/lib/access/selection.ts',
		code: '.sort(([a], [b]) => (a < b ? -1 : 1))',
		was: '1',
		becomes: '0',
		reason: 'Sorting asks only whether one stands before the other.'
	},
	...[
		{
			code: 'if (links.length === MAX_LINKS) break;',
			was: 'links.length === MAX_LINKS',
			becomes: 'false'
		},
		{ code: 'if (links.length === MAX_LINKS) break;', was: 'break;', becomes: '{}' }
	].map((change) => ({
		file: 'src/lib/access/pasted/find-links.ts',
		...change,
		reason: 'The rest is left out in any case; stopping here only saves time.'
	})),
	{
		file: 'src/lib/access/pasted/find-links.ts',
		code: 'let afterVariable = 0;',
		was: '0',
		becomes: '(0 + 1)',
		reason: 'No link consists of the signs alone that are taken off its end.'
	},
	...[
		{ was: 'positions.length === 0', becomes: 'false' },
		{ was: 'break;', becomes: '{}' }
	].map((change) => ({
		file: 'src/lib/access/catalog/search.ts',
		code: 'if (positions.length === 0) break;',
		...change,
		reason: 'Nothing is found among nothing; this only saves looking.'
	})),
	{
		file: 'src/lib/access/catalog/search.ts',
		code: 'export const BEHIND_V3 = 10;',
		was: '10',
		becomes: '(10 + 1)',
		reason: 'Any number will do that is above all ranks.'
	},
	...[
		{ was: 'word.length > LONGEST_TOLERATED', becomes: 'false' },
		{ was: 'return exact;', becomes: '{}' }
	].map((change) => ({
		file: 'src/lib/access/catalog/search.ts',
		code: 'if (word.length > LONGEST_TOLERATED) return exact;',
		...change,
		reason: 'A test does notice, by the memory that ends the process and with it the check.'
	})),
	{
		file: 'src/lib/access/pasted/comments.ts',
		code: 'while (at < text.length) {',
		was: '<',
		becomes: '<=',
		reason: 'Behind the last character nothing begins.'
	},
	{
		file: 'src/lib/access/nearest.ts',
		code: 'for (let j = 0; j < b.length; j++) {',
		was: '<',
		becomes: '<=',
		reason: 'Nothing is read behind the last cell of a row.'
	},
	...[
		{ was: 'Math.abs(candidate.length - wanted.length) >= bestDistance', becomes: 'false' },
		{ was: '>=', becomes: '>' },
		{ was: 'continue;', becomes: '{}' }
	].map((change) => ({
		file: 'src/lib/access/nearest.ts',
		code: 'if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;',
		...change,
		reason: 'So long a word is not nearer; this only saves counting how far it is.'
	}))
];

export function isEquivalent(mutant: Mutant): boolean {
	return EQUIVALENT.some((one) => isSame(one, mutant));
}

export function isSame(one: Equivalent, mutant: Mutant): boolean {
	return (
		one.file === mutant.file &&
		one.code === mutant.code &&
		one.was === mutant.was &&
		one.becomes === mutant.becomes
	);
}
