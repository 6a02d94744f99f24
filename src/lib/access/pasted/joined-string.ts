import { encodeValue } from '../connect-url/encoding.ts';
import { matchAt } from './match-at.ts';

/** How a link goes on. */
export interface Next {
	readonly filler: string;
	readonly end: number;
}

/** A value inside of a string, as Ruby and Swift write it; their signs mean something else in a link. */
export const INSERTED = /(?:#\{([^{}\n]{1,60})\}|\\\(((?:[^()\n]|\([^()\n]{0,40}\)){1,60})\))/y;

/** A value that code puts in, as a template writes it. */
export function placeholderFor(expression: string): string {
	return `{${expression.replace(/[{}:"'`%&?=#\s]/g, '')}}`;
}

const NEXT_STRING =
	/["'`]\s{0,9}[+.\\;]?\s{0,40}(?:[\w$.]{1,40}\s{0,4}\+=\s{0,40})?[fr]?["'`](?=(\S{0,40}))/y;

/** A value between two strings: `id`, `$this->id`, `app.ids[0]`, `urlencode($uri)`. */
const JOINED_VALUE =
	/["'`]\s{0,40}[+.]\s{0,40}([\w$]{1,60}(?:(?:->|::|\??\.)[\w$]{1,60}){0,6}(?:\[[^\]\n]{1,40}\])?(?:\((?:[^()\n]|\([^()\n]{0,60}\)){0,160}\))?)\s{0,40}(?:[+.]\s{0,40}[fr]?["'`]|(?=[;\n),]|$))/y;

/** A string that is escaped on its way into a link: `urlencode("read_vin read_odometer")`. */
const ESCAPED = /^[\w$.:>-]{1,200}\(\s{0,9}(["'`])([^"'`\n]{1,160})\1/;

/** A string that goes on in the next one: `'…' + '…'`, `'…' . $id . '…'`, `url += '…'`. */
export function joinedString(text: string, at: number, link: string): Next | null {
	const plain = matchAt(NEXT_STRING, text, at);
	if (plain && (/^[&?]|^[\w[\].]+=/.test(plain[1] ?? '') || /[=&?/]$/.test(link))) {
		return { filler: '', end: at + plain[0].length };
	}
	const value = link.endsWith('=') ? matchAt(JOINED_VALUE, text, at) : null;
	if (!value) return null;
	const [whole, expression = ''] = value;
	const literal = ESCAPED.exec(expression)?.[2];
	const filler = literal === undefined ? placeholderFor(expression) : encodeValue(literal);
	return { filler, end: at + whole.length };
}
