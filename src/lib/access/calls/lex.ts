import type { Syntax } from './language.ts';

/** Stands in a string for what is put in while the program runs. */
export const HOLE = '\0';

/** A string of a program. */
export interface Literal {
	/** Where it begins and ends in the file, with its quotes. */
	readonly start: number;
	readonly end: number;
	/** What it holds, with a {@link HOLE} for each value. */
	readonly text: string;
}

export interface Lexed {
	/** The program without comments and strings, whose places are blank; what stands in holes stays. */
	readonly code: string;
	readonly literals: readonly Literal[];
}

/** Tells apart comments, strings and the rest of a file, in one pass; never throws. */
export function lex(text: string, syntax: Syntax): Lexed {
	const literals: Literal[] = [];
	const code = new Blanker(text);
	let at = 0;
	// The sign in front, of which spaces are none.
	let before = '\n';
	const skip = (end: number, sign: string) => {
		code.blank(at, end);
		at = end;
		before = sign;
	};
	while (at < text.length) {
		const sign = text.charAt(at);
		const commentEnd = endOfComment(text, at, syntax, before);
		const patternEnd =
			syntax.patterns && sign === '/' && PATTERN_AFTER.test(before) ? endOfPattern(text, at) : null;
		const quote = openingQuote(text, at, syntax);
		const words = sign === '%' && syntax.family === 'ruby' ? wordsAt(text, at) : null;
		if (commentEnd !== null) skip(commentEnd, before);
		else if (patternEnd !== null) skip(patternEnd, '/');
		else if (words !== null) {
			literals.push(...words.literals);
			skip(words.end, ']');
		} else if (quote !== null) {
			const { end, text: held, holes } = readString(text, at, quote, syntax);
			// A long string that is a value asks; one that stands alone documents.
			const documents = syntax.family === 'python' && quote.length === 3 && before === '\n';
			if (!documents) literals.push({ start: at, end, text: held });
			skip(end, quote.charAt(0));
			if (!documents) for (const hole of holes) code.show(hole);
		} else {
			if (sign === '\n' || !/\s/.test(sign)) before = sign;
			at += 1;
		}
	}
	return syntax.family === 'lines' ? byLine(code.text()) : { code: code.text(), literals };
}

/** Whatever stands in such a text is said by it; a line that ends in its sign goes on in the next. */
function byLine(text: string): Lexed {
	const literals: Literal[] = [];
	let start = 0;
	for (const line of text.split(/(?<![\\`^])\n/)) {
		if (line.trim() !== '') literals.push({ start, end: start + line.length, text: line });
		start += line.length + 1;
	}
	return { code: text, literals };
}

const WORDS = /%w(?:\[([^\][]*)\]|\(([^()]*)\)|\{([^{}]*)\})/iy;

/** The words of Ruby's `%w[…]`, each a string for itself; null where none begin. */
function wordsAt(text: string, start: number) {
	WORDS.lastIndex = start;
	const found = WORDS.exec(text);
	if (!found) return null;
	const end = start + found[0].length;
	const inside = text.slice(start + 3, end - 1);
	const literals = [...inside.matchAll(/\S+/g)].map(({ 0: word, index }): Literal => {
		// Each begins with a sign, as a quoted one does.
		const from = start + 2 + index;
		return { start: from, end: from + 1 + word.length, text: word };
	});
	return { end, literals };
}

const PATTERN_AFTER = /[(,=:[!&|?{};+\n>]/;
/** Signs in front of a quote that belong to the string, of Python, C# and others. */
const PREFIX = /(?:^|\W)[rbfu$@]{1,2}$/i;

function openingQuote(text: string, at: number, { quotes }: Syntax): string | null {
	const quote = quotes.find((open) => text.startsWith(open, at));
	if (quote === undefined) return null;
	const isApostrophe =
		quote === "'" &&
		/\w/.test(text.charAt(at - 1)) &&
		!PREFIX.test(text.slice(Math.max(0, at - 3), at));
	return isApostrophe ? null : quote;
}

function endOfComment(
	text: string,
	at: number,
	{ family, lineComments, blockComments }: Syntax,
	before: string
): number | null {
	for (const [open, close] of blockComments) {
		if (!text.startsWith(open, at)) continue;
		// Ruby's stand at the beginning of a line.
		if (family === 'ruby' && text.charAt(at - 1) !== '\n' && at > 0) continue;
		const end = text.indexOf(close, at + open.length);
		return end === -1 ? text.length : end + close.length;
	}
	for (const open of lineComments) {
		if (!text.startsWith(open, at)) continue;
		const isInWord = open === '#' && family === 'lines' && !/\s/.test(text.charAt(at - 1) || '\n');
		if (isInWord || (open === '//' && before === ':' && text.charAt(at - 1) === ':')) continue;
		const end = text.indexOf('\n', at);
		return end === -1 ? text.length : end;
	}
	return null;
}

/** Past a pattern, which ends in its own line; null where it does not. */
function endOfPattern(text: string, start: number): number | null {
	let isInClass = false;
	for (let at = start + 1; at < text.length; at += 1) {
		const sign = text.charAt(at);
		if (sign === '\n') return null;
		if (sign === '\\') at += 1;
		else if (sign === '[') isInClass = true;
		else if (sign === ']') isInClass = false;
		else if (sign === '/' && !isInClass) return at + 1;
	}
	return null;
}

type Hole = readonly [from: number, to: number];

interface ReadString {
	readonly end: number;
	readonly text: string;
	readonly holes: readonly Hole[];
}

function readString(text: string, start: number, quote: string, syntax: Syntax): ReadString {
	const hole = holeOf(text, start, quote, syntax);
	const isLong = syntax.long.includes(quote);
	const holes: Hole[] = [];
	let held = '';
	let from = start + quote.length;
	let at = from;
	const take = (to: number) => (held += text.slice(from, to));
	while (at < text.length) {
		const sign = text.charAt(at);
		if (text.startsWith(quote, at)) {
			take(at);
			return { end: at + quote.length, text: held, holes };
		}
		// A string that does not end in its line was none: an apostrophe in a text.
		if (sign === '\n' && !isLong) break;
		if (sign === '\\') at += 2;
		else if (hole !== null && text.startsWith(hole, at)) {
			take(at);
			const end = endOfHole(text, at + hole.length);
			holes.push([at + hole.length, Math.max(at + hole.length, end - 1)]);
			held += HOLE;
			at = from = end;
		} else at += 1;
	}
	const end = Math.min(at, text.length);
	take(end);
	return { end, text: held, holes };
}

function holeOf(
	text: string,
	start: number,
	quote: string,
	{ family, hole }: Syntax
): string | null {
	const prefix = /[a-z$@]{0,2}$/i.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
	if (hole === '{') return /f/i.test(prefix) ? '{' : null;
	if (family === 'c' && prefix.includes('$')) return '{';
	return quote === "'" ? null : hole;
}

/** Most of a hole that is looked through for its end. */
const LONGEST_HOLE = 2000;

function endOfHole(text: string, start: number): number {
	let depth = 1;
	const last = Math.min(text.length, start + LONGEST_HOLE);
	for (let at = start; at < last; at += 1) {
		const sign = text.charAt(at);
		if (sign === '{') depth += 1;
		else if (sign === '}' && --depth === 0) return at + 1;
	}
	return start;
}

/** A text of which stretches are blank; positions and lines stay. */
class Blanker {
	readonly #text: string;
	readonly #pieces: string[] = [];
	#from = 0;
	#lastBlank = 0;

	constructor(text: string) {
		this.#text = text;
	}

	blank(from: number, to: number): void {
		this.#pieces.push(this.#text.slice(this.#from, from), blanksFor(this.#text.slice(from, to)));
		this.#from = to;
		this.#lastBlank = from;
	}

	/** Shows a part of what was made blank last. */
	show([from, to]: Hole): void {
		const start = this.#lastBlank;
		const blank = this.#pieces.pop() ?? '';
		this.#pieces.push(
			blank.slice(0, from - start) + this.#text.slice(from, to) + blank.slice(to - start)
		);
	}

	text(): string {
		return this.#pieces.join('') + this.#text.slice(this.#from);
	}
}

function blanksFor(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}
