import { PARAMETER_NAMES } from '../connect-url/parameter-table.ts';
import { isPermissionName } from '../permission.ts';
import { curlLink } from './curl-link.ts';
import { INSERTED, joinedString, placeholderFor, type Next } from './joined-string.ts';
import { matchAt, textAt } from './match-at.ts';
import { trimSigns } from './trim.ts';

/** A Connect link as it stands in a text. */
export interface FoundLink {
	readonly start: number;
	readonly end: number;
	/** The link with what the text broke or glued taken out of it. */
	readonly link: string;
	/** Whether it stands in markup, where `&amp;` is the right way to write `&`. */
	readonly inMarkup: boolean;
}

/** More links than this are not offered. */
const MAX_LINKS = 20;

/** Longest link that is read. */
const LONGEST_LINK = 16 * 1024;

/** A line is broken by its width where it has at least so many characters. */
const SHORTEST_WRAPPED = 60;

/** What gives a link away: its address, or a parameter that only such a link has. */
const ADDRESS =
	/oauth(?:\/{1,2}|%(?:25)?2F)(?:authorize|reauthenticate)|connect\.smartcar\.com\//gi;
const PARAMETER = /(?<![\w-])(?:response_type|client_id|application_id)(?:=|%3D)/gi;

const PAIRS: Readonly<Record<string, string>> = {
	'"': '"',
	"'": "'",
	'`': '`',
	'<': '>',
	'(': ')',
	'[': ']',
	'{': '}'
};

/** The Connect links of a text, in its order. Reads every character a few times at most. */
export function findLinks(text: string): readonly FoundLink[] {
	const addressed = linksAt(ADDRESS, text, []);
	const queries = linksAt(PARAMETER, text, addressed);
	return [...addressed, ...queries].sort((a, b) => a.start - b.start).slice(0, MAX_LINKS);
}

/** Links by one kind of sign, outside of those that are found already. */
function linksAt(sign: RegExp, text: string, found: readonly FoundLink[]): readonly FoundLink[] {
	const links: FoundLink[] = [];
	let end = 0;
	for (const { index, 0: word } of text.matchAll(sign)) {
		if (index < end) continue;
		if (found.some((link) => link.start <= index && index < link.end)) continue;
		const start = startOf(text, index, end);
		const tail = readTail(text, start, index + word.length);
		const whole = curlLink(text, { start, ...tail }) ?? { start, ...tail };
		end = whole.end;
		const link = unwrapped(whole.link);
		if (!asks(link)) continue;
		links.push({ start: whole.start, end, link, inMarkup: isInMarkup(text, start) });
		if (links.length === MAX_LINKS) break;
	}
	return links;
}

/** An address without a query is where links lead, and asks for nothing itself. */
function asks(link: string): boolean {
	return /[\w\]]\s*=/.test(link.slice(link.search(/[?&#]/)));
}

function startOf(text: string, sign: number, least: number): number {
	let start = sign;
	while (start > least && !/[\s"'`<>(){}[\]|,;]/.test(text.charAt(start - 1))) start -= 1;
	// `url=https://…` and `Location:https://…`: what stands in front is no part of it.
	const before = text.slice(start, sign);
	const scheme = before.search(/https?(?::|%(?:25)?3A)/i);
	if (scheme >= 0) return start + scheme;
	if (/^[\w-]+:$/.test(before)) return sign;
	return /[?&]/.test(before) ? start : start + before.lastIndexOf('=') + 1;
}

/** `https://example.com/login?next=https%3A%2F%2Fconnect…` leads to the link inside. */
function unwrapped(link: string): string {
	const at = link.search(/https?%(?:25)?3A%(?:25)?2F%(?:25)?2F[^&#]*oauth%(?:25)?2F/i);
	if (at === -1) return link;
	const inner = link.slice(at).split('&')[0] ?? '';
	try {
		const once = decodeURIComponent(inner);
		return /^https?:\/\//.test(once) ? once : decodeURIComponent(once);
	} catch {
		return link;
	}
}

const VARIABLE = /(?:\$?\{\{?[^{}\n]{1,40}\}\}?|%\(\w{1,40}\)s)/y;
const ANGLED = /<[^<>\n]{1,40}>/y;

interface Tail {
	readonly link: string;
	readonly end: number;
}

/** Reads a link to its end, over broken lines and joined strings. */
function readTail(text: string, start: number, from: number): Tail {
	const opener = text.charAt(start - 1);
	const closer = PAIRS[opener] ?? '';
	const most = Math.min(text.length, start + LONGEST_LINK);
	let link = text.slice(start, from);
	let at = from;
	let depth = 0;
	let afterVariable = 0;
	while (at < most) {
		const inserted = matchAt(INSERTED, text, at);
		const angled = link.endsWith('=') ? matchAt(ANGLED, text, at) : null;
		const whole = inserted ?? matchAt(VARIABLE, text, at) ?? angled;
		if (whole) {
			link += inserted
				? placeholderFor(inserted[1] ?? inserted[2] ?? '')
				: whole[0].replace(/\s+/g, ' ');
			afterVariable = link.length;
			at += whole[0].length;
			continue;
		}
		const character = text.charAt(at);
		if (character === '(') depth += 1;
		const listed = quotedList(text, at, link);
		if (listed !== null) {
			link += listed;
			at += listed.length;
			continue;
		}
		const closes =
			character === ')' ? depth === 0 : character === closer || '"`<>'.includes(character);
		if (character === ')') depth -= 1;
		if (closes || character === '|' || character === '\\') {
			const joined = joinedString(text, at, link);
			if (!joined) break;
			link += joined.filler;
			at = joined.end;
			// Behind a value that no string follows, the expression is over.
			if (!/["'`]/.test(text.charAt(at - 1))) break;
			continue;
		}
		if (/\s/.test(character)) {
			const next = goesOn(text, at, link, closer !== '' && '"\'`'.includes(closer));
			if (next === null) break;
			link += next.filler;
			at = next.end;
			continue;
		}
		link += character;
		at += 1;
	}
	const isBare = closer === '' || closer === ']';
	const signs = isBare ? /[.,;:!?)\]}'*…|\\]/ : /['…]/;
	const trimmed = trimSigns(link.slice(afterVariable), null, signs);
	return { link: link.slice(0, afterVariable) + trimmed, end: at };
}

const QUOTED_LIST = /[ \t]{0,9}["'][\w\s:"',-]{0,2000}\]/y;

const LIST_OPENS = ['?scope=[', '&scope=[', '?scope[]=[', '&scope[]=['];

/** The rest of a scope that is a list with quotation marks: `scope=["read_vin", "read_odometer"]`. */
function quotedList(text: string, at: number, link: string): string | null {
	if (!LIST_OPENS.some((opening) => link.endsWith(opening))) return null;
	return matchAt(QUOTED_LIST, text, at)?.[0] ?? null;
}

const GAP = /\s{1,200}/y;
const WORD = /[^\s"'`<>&]{1,60}/y;
const PAIR_BEGINS = /[&?][\w[\]]{1,40}=/y;
/** Quoted mail and comments begin each line with a sign. */
const QUOTING = /(?:[>|*]\s{0,4}){0,4}/y;
const LINE_BEGINS = /\S{1,500}/y;

/** Whether a link goes on behind white space: in a scope, in quotation marks, or in a new line. */
function goesOn(text: string, at: number, link: string, quoted: boolean): Next | null {
	const gap = textAt(GAP, text, at);
	const end = at + gap.length;
	const parameter = lastParameter(link);
	if (!gap.includes('\n')) {
		const word = textAt(WORD, text, end);
		const list = parameter === 'scope' || parameter === 'flags';
		const permission = /^(?:required:)*(?:read|control)_\w/.test(word);
		const flag = parameter === 'flags' && /^[a-z_]+:\w/.test(word);
		if (list && (quoted || permission || flag) && word !== '') return { filler: '%20', end };
		// Spaces around the signs of a query, as documents set them.
		if (/[?&=]$/.test(link) && /^[\w<{$]/.test(word)) return { filler: '', end };
		return matchAt(PAIR_BEGINS, text, end) && { filler: '', end };
	}
	const begin = end + textAt(QUOTING, text, end).length;
	const next = textAt(LINE_BEGINS, text, begin);
	const begins = /^[?&](?:amp;)?[\w[\]]+=/.test(next);
	const startsAnother = /^(?:https?:|[-*•]$)/i.test(next);
	if (begins) return { filler: '', end: begin };
	if (startsAnother || next === '') return null;
	const ended = /[?&=%]$|%[0-9A-F]$/i.test(link) || isNameBegun(link, next);
	const wrapped = lineLength(text, at) >= SHORTEST_WRAPPED && /[&%]/.test(next);
	const word = /[=+ ]([a-z_:]*)$|%20([a-z_:]*)$/i.exec(link);
	const begun = (word?.[1] ?? word?.[2] ?? '').replace(/^required:/, '');
	const made = begun + (/^\w+/.exec(next)?.[0] ?? '');
	const split = parameter === 'scope' && !isPermissionName(begun) && isPermissionName(made);
	return ended || wrapped || split ? { filler: '', end: begin } : null;
}

/** Name of the parameter whose value a link ends in. */
function lastParameter(link: string): string {
	const begin = Math.max(link.lastIndexOf('?'), link.lastIndexOf('&')) + 1;
	return link.slice(begin).split('=')[0] ?? '';
}

/** A name that ended in the middle: what follows completes it. */
function isNameBegun(link: string, next: string): boolean {
	const begun = /[?&](\w{1,20})$/.exec(link)?.[1] ?? '?';
	const name = /^\w*(?==)/.exec(next)?.[0] ?? '?';
	return PARAMETER_NAMES.includes(begun + name);
}

function lineLength(text: string, at: number): number {
	return at - (text.lastIndexOf('\n', at - 1) + 1);
}

function isInMarkup(text: string, start: number): boolean {
	return /<[a-z][^<>]{0,200}=\s?["']?$/i.test(text.slice(0, start));
}
