import { HOLE, type Lexed, type Literal } from './lex.ts';

/** Strings of which each is the continuation of the one in front. */
export interface Joined extends Literal {
	readonly parts: readonly Part[];
	/** Where the next string begins that may be an address too. */
	readonly next: number;
}

/** Where a part begins, in the file and in the text. */
interface Part {
	readonly inFile: number;
	readonly inText: number;
}

/** What may stand between two strings that are joined: a sign, with a value between two of them. */
const SIGN = /^\s{0,80}[+.]\s{0,80}$/;
const VALUE = /^\s{0,80}[+.]\s{0,20}[\w$.()[\]!?@&>-]{1,80}\s{0,20}[+.]\s{0,80}$/;
const LONGEST_GAP = 200;

/** The strings of a program as they are put together: `'/vehicles/' + id + '/odometer'` is one. */
export function joinLiterals({ code, literals }: Lexed): readonly Joined[] {
	const joined: Omit<Joined, 'next'>[] = [];
	let texts: string[] = [];
	let length = 0;
	let parts: Part[] = [];
	for (const [index, literal] of literals.entries()) {
		const { start, end, text } = literal;
		parts.push({ inFile: start + 1, inText: length });
		texts.push(text);
		length += text.length;
		const next = literals[index + 1];
		const between = next ? betweenOf(code, end, next.start) : null;
		if (between === null) {
			const first = literals[index + 1 - parts.length];
			joined.push({ start: first?.start ?? start, end, text: texts.join(''), parts });
			[texts, parts, length] = [[], [], 0];
		} else {
			texts.push(between);
			length += between.length;
		}
	}
	return withNext(joined);
}

function withNext(joined: readonly Omit<Joined, 'next'>[]): readonly Joined[] {
	let next = Number.POSITIVE_INFINITY;
	return joined
		.toReversed()
		.map((one) => {
			const known = { ...one, next };
			if (one.text.includes('/')) next = one.start;
			return known;
		})
		.toReversed();
}

/** What stands for the value between two strings; null where they are not joined. */
function betweenOf(code: string, from: number, to: number): string | null {
	if (to - from > LONGEST_GAP) return null;
	const gap = code.slice(from, to);
	if (SIGN.test(gap)) return '';
	return VALUE.test(gap) ? HOLE : null;
}

/** Where a place of the joined text stands: in the file, but for the line breaks since then. */
export function placeOf({ parts, text }: Pick<Joined, 'parts' | 'text'>, at: number) {
	const { inFile, inText } = parts.findLast((part) => part.inText <= at) ?? {
		inFile: 0,
		inText: 0
	};
	return { inFile, breaks: text.slice(inText, at).split('\n').length - 1 };
}
