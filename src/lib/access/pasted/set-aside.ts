import { formatRow } from '../language/english.ts';
import type { PermissionName } from '../permission.ts';
import type { Aside } from './comments.ts';
import { findNames, type FoundName } from './find-names.ts';
import type { SetAside } from './reading.ts';

const WHY: Readonly<Record<Aside['kind'], string>> = {
	block: 'It stands in a comment, so nothing asks for it.',
	line: 'It stands in a comment, so nothing asks for it.',
	struck: 'It is struck out.',
	unticked: 'Its box is not ticked.'
};

/** Words that are shown of what was set aside. */
const MOST_WORDS = 6;

/** Names that are not asked for, with the one reason. */
export function setNamesAside(names: readonly FoundName[], why: string): readonly SetAside[] {
	const words = [...new Set(names.map(({ word }) => word))];
	return words.length === 0 ? [] : [{ text: listed(words), why }];
}

/** Names in comments and the like, without those that are asked for elsewhere. */
export function asideNames(
	text: string,
	asides: readonly Aside[],
	requested: ReadonlySet<PermissionName>
): readonly SetAside[] {
	const byReason = new Map<string, FoundName[]>();
	for (const { start, end, kind } of asides) {
		const names = findNames(text.slice(start, end));
		const others = names.filter(({ name }) => name !== null && !requested.has(name));
		const known = byReason.get(WHY[kind]);
		if (known) known.push(...others);
		else byReason.set(WHY[kind], others);
	}
	return [...byReason].flatMap(([why, names]) => setNamesAside(names, why));
}

/** The other words of a text, the first few of them. */
export function asideWords(text: string, why: string): readonly SetAside[] {
	const names = findNames(text);
	const words = new Set<string>();
	let from = 0;
	for (const { start, end } of [...names, { start: text.length, end: text.length }]) {
		for (const word of text.slice(from, start).match(/[\p{L}\p{N}_$]{2,40}/gu) ?? [])
			words.add(word);
		from = end;
	}
	return words.size === 0 ? [] : [{ text: listed([...words]), why }];
}

/** The first words of many, and how many more there are. */
function listed(words: readonly string[]): string {
	const more = words.length - MOST_WORDS;
	return formatRow(words.slice(0, MOST_WORDS)) + (more > 0 ? ` and ${more} more` : '');
}
