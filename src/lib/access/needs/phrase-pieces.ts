import { trimSigns } from '../pasted/trim.ts';
import { isAgainst, withoutFillers, wordsOf } from './need-words.ts';
import { GAP, type Asked, type Piece } from './piece.ts';
import type { Vocabulary } from './vocabulary.ts';

/** More phrases than this are no list of what an app needs. */
export const MAX_PHRASES = 80;
const MAX_WORDS = 12;
const MAX_LENGTH = 120;

/** What always stands between two things. */
const BETWEEN = new RegExp(`[\\n,;•·|"${GAP}]+|[.!?:](?=\\s|$)`, 'g');

/** What stands between two things unless both are the name of one. */
const JOINING = /\s(?:and|plus|&|or|then|but|also|[-–—])\s|\s?[/()]\s?/gi;

/** Signs of lists and of quotations around a phrase. */
const IN_FRONT = /[\s*\-–—•('`[\]{}]/;
const NUMBERED = /^\s*\d{1,3}[.)]\s/;
const BEHIND = /[\s'`(){}[\].]/;

/** A line of a program: what is left of it, once its names were read, is no phrase. */
const IN_CODE =
	/[={}<>]|\w\(|;\s*$|\/\/|\w_\w|\$\w|^\s*(?:import|from|curl|const|let|var|def|GET|POST)\s/;

export interface PhrasePieces {
	readonly pieces: readonly Piece[];
	/** Number of phrases that were too many to be read. */
	readonly more: number;
}

/**
 * What a text asks for in words.
 *
 * @param text with a gap for what was read in another way
 */
export function phrasePieces(text: string, vocabulary: Vocabulary): PhrasePieces {
	const pieces: Piece[] = [];
	let read = 0;
	let more = 0;
	for (const { start, phrase, isBeside } of phrasesOf(text)) {
		read += 1;
		if (read > MAX_PHRASES) {
			more += 1;
			continue;
		}
		for (const piece of readPhrase(phrase, start, vocabulary)) {
			const isSure = piece.asked.kind === 'items' || piece.asked.kind === 'against';
			// Words around a name mostly speak of it.
			if (isSure || !isBeside) pieces.push(piece);
		}
	}
	return { pieces, more };
}

function readPhrase(phrase: string, start: number, vocabulary: Vocabulary): readonly Piece[] {
	const parts = partsOf(phrase, JOINING)
		.filter((part) => /\p{L}/u.test(part.phrase))
		.flatMap((part) => {
			const asked = askedBy(part.phrase, vocabulary);
			return asked ? [pieceOf(start + part.start, part.phrase, asked)] : [];
		});
	if (parts.length > 1 && parts.every(({ asked }) => asked.kind === 'items')) return parts;
	const whole = askedBy(phrase, vocabulary);
	if (whole && (whole.kind === 'items' || parts.length < 2)) return [pieceOf(start, phrase, whole)];
	return parts;
}

/** Null for a phrase that only stands around what is asked for: “I would like to see”. */
function askedBy(phrase: string, vocabulary: Vocabulary): Asked | null {
	if (phrase.length > MAX_LENGTH) return { kind: 'unknown', nearest: null };
	const words = wordsOf(phrase);
	if (isAgainst(words)) return { kind: 'against' };
	if (words.length > MAX_WORDS) return { kind: 'unknown', nearest: null };
	const meaning = vocabulary.meaningOf(words);
	switch (meaning.kind) {
		case 'one':
			return { kind: 'items', codes: [meaning.item.code], required: false };
		case 'several':
			return { kind: 'several', codes: meaning.items.map(({ code }) => code) };
		case 'none':
			return withoutFillers(words).length === 0 ? null : { kind: 'unknown', nearest: null };
	}
}

function pieceOf(start: number, phrase: string, asked: Asked): Piece {
	return { start, end: start + phrase.length, from: phrase.slice(0, MAX_LENGTH), asked };
}

function* phrasesOf(text: string) {
	let lineStart = 0;
	for (const line of text.split('\n')) {
		if (!IN_CODE.test(line)) {
			for (const { start, end, phrase } of partsOf(line, BETWEEN)) {
				if (!/\p{L}/u.test(phrase)) continue;
				const isBeside = line[start - 1] === GAP || line[end] === GAP;
				yield { start: lineStart + start, phrase, isBeside };
			}
		}
		lineStart += line.length + 1;
	}
}

/** The parts of a text between signs, without what surrounds them. */
function partsOf(text: string, between: RegExp) {
	const parts: { start: number; end: number; phrase: string }[] = [];
	let from = 0;
	for (const match of [...text.matchAll(between), { index: text.length, 0: '' }]) {
		const whole = text.slice(from, match.index);
		const phrase = trimSigns(whole.replace(NUMBERED, ''), IN_FRONT, BEHIND);
		if (phrase !== '') {
			const start = from + whole.indexOf(phrase);
			parts.push({ start, end: match.index, phrase });
		}
		from = match.index + match[0].length;
	}
	return parts;
}
