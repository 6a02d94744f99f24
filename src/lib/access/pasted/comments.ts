import { matchAt } from './match-at.ts';

/** A stretch of a text that asks for nothing. */
export interface Aside {
	readonly start: number;
	readonly end: number;
	/** `block` documents, `line` often switches off what stands behind it. */
	readonly kind: 'block' | 'line' | 'struck' | 'unticked';
}

export interface WithoutComments {
	/** The text with every aside made blank; positions and lines stay. */
	readonly text: string;
	readonly asides: readonly Aside[];
}

/** Closing signs of what goes over several lines, by the sign that opens it. */
const BLOCKS: readonly (readonly [open: string, close: string])[] = [
	['/*', '*/'],
	['<!--', '-->'],
	['"""', '"""'],
	["'''", "'''"]
];

/** An address without its scheme, and what stands behind the address of a page. */
const HOST = /\/\/[\w-]{1,60}\.[\w.-]{1,60}\//y;
const FRAGMENT = /#\w{1,40}[?&=]/y;

/**
 * Finds the comments of any usual language, struck-out words and unticked boxes, and blanks them.
 * One pass; never throws.
 */
export function withoutComments(text: string): WithoutComments {
	const asides: Aside[] = [];
	let at = 0;
	while (at < text.length) {
		const aside = asideAt(text, at);
		if (aside) {
			asides.push(aside);
			at = aside.end;
		} else {
			at = endOfString(text, at) ?? at + 1;
		}
	}
	let blank = '';
	let from = 0;
	for (const { start, end } of asides) {
		blank += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
		from = end;
	}
	return { text: blank + text.slice(from), asides };
}

function asideAt(text: string, start: number): Aside | null {
	for (const [open, close] of BLOCKS) {
		if (!text.startsWith(open, start)) continue;
		// A long string that is a value asks; one that stands alone documents.
		if (open.length === 3 && !isFirstInLine(text, start)) continue;
		const end = text.indexOf(close, start + open.length);
		return { start, end: end === -1 ? text.length : end + close.length, kind: 'block' };
	}
	if (text.startsWith('~~', start)) {
		const end = text.indexOf('~~', start + 2);
		return end === -1 || text.slice(start, end).includes('\n')
			? null
			: { start, end: end + 2, kind: 'struck' };
	}
	if (text.startsWith('- [ ] ', start)) {
		return { start, end: endOfLine(text, start), kind: 'unticked' };
	}
	return opensLineComment(text, start)
		? { start, end: endOfLine(text, start), kind: 'line' }
		: null;
}

function opensLineComment(text: string, start: number): boolean {
	const before = text[start - 1] ?? '\n';
	const spaced = /\s/.test(before);
	switch (text.charAt(start)) {
		case '/':
			return (
				text.startsWith('//', start) && !/[:\w/"'`]/.test(before) && !matchAt(HOST, text, start)
			);
		case '#':
			return spaced && !matchAt(FRAGMENT, text, start);
		case '-':
			return text.startsWith('-- ', start) && isFirstInLine(text, start);
		case ';':
			return isFirstInLine(text, start);
		default:
			return false;
	}
}

/** Past a string that ends in its own line, so that signs in it open no comment. */
function endOfString(text: string, start: number): number | null {
	const quote = text.charAt(start);
	if (quote !== '"' && quote !== "'" && quote !== '`') return null;
	// An apostrophe.
	if (quote === "'" && /\w/.test(text.charAt(start - 1))) return null;
	const end = text.indexOf(quote, start + 1);
	return end === -1 || text.slice(start, end).includes('\n') ? null : end + 1;
}

function isFirstInLine(text: string, start: number): boolean {
	let at = start - 1;
	while (text[at] === ' ' || text[at] === '\t') at -= 1;
	return (text[at] ?? '\n') === '\n';
}

function endOfLine(text: string, start: number): number {
	const end = text.indexOf('\n', start);
	return end === -1 ? text.length : end;
}
