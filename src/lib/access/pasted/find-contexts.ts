import { matchAt, textAt } from './match-at.ts';

/** A stretch of code that says what is asked for. */
export interface Context {
	readonly start: number;
	readonly end: number;
	/** Whether everything in it is required, as under a key `required`. */
	readonly required: boolean;
}

/** `scope = `, `"permissions": `, `SMARTCAR_SCOPES=`, `Scope: []string{`, `'scope' => [`. */
const KEY =
	/(?:scopes?|permissions?|\b(?:required|optional))(?:_?[a-z0-9]{1,20})?["'`\]]{0,2}[ \t]{0,8}(?::[ \t]{0,8}[\w<>[\].]{1,40}[ \t]{0,8}=(?![=>])|=>|:=|[:=](?![=:]))|\.(?:set|with|add)?_?scopes?\(/gi;

/** Furthest that a context reaches. */
const LONGEST = 8000;

/** More keys than this inside of one context are not read; each is followed to its own end. */
const MOST_NESTED = 100;

const SWITCH = /\s{0,40}["']?(?:true|false|yes|no|on|off|[01])\b/iy;

const OPENING = '([{';
const CLOSING = ')]}';

/** A line that belongs to the value above it. */
const GOES_ON = /^\s*(?:[-*•]\s|[+.&|[{(]|["'`]?(?:required:)*(?:read|control)_)/;

const LINE_END = /[ \t]{0,40}(?:\n|$)/y;
const INDENT = /[ \t]{0,200}/y;

/** The stretches behind keys such as `scope`, each to the end of its value. */
export function findContexts(text: string): readonly Context[] {
	const contexts: Context[] = [];
	let end = 0;
	let nested = 0;
	for (const match of text.matchAll(KEY)) {
		const start = match.index + match[0].length;
		const marks = /^(?:required|optional)/i.test(match[0]);
		nested = match.index < end ? nested + 1 : 0;
		if (nested > 0 && (!marks || nested > MOST_NESTED)) continue;
		// `required:read_vin` is a name, no key.
		if (/required:$/i.test(match[0]) && /\S/.test(text.charAt(start))) continue;
		// `required: true` speaks of what stands beside it, not of what follows.
		if (marks && matchAt(SWITCH, text, start)) continue;
		const own = endOfValue(text, start, match[0].endsWith('(') ? 1 : 0);
		end = Math.max(end, own);
		contexts.push({ start, end: own, required: /required/i.test(match[0]) });
	}
	return contexts;
}

function endOfValue(text: string, start: number, open: number): number {
	const most = Math.min(text.length, start + LONGEST);
	// A key that ends its line has what is indented further below it, as in YAML.
	const indent = matchAt(LINE_END, text, start) ? indentAt(text, lineStart(text, start)) : Infinity;
	let depth = open;
	let last = '';
	for (let at = start; at < most; at++) {
		const character = text.charAt(at);
		if (OPENING.includes(character)) depth += 1;
		else if (CLOSING.includes(character)) depth -= 1;
		if (depth < 0 || (depth === 0 && open === 1)) return at;
		// A list that is closed ends its value; names without one may have commas between.
		if (depth === 0 && (character === ';' || (character === ',' && last === ']'))) return at;
		if (depth === 0 && character === '\n') {
			const goesOn = GOES_ON.test(text.slice(at, at + 120)) || '+\\|'.includes(last || ' ');
			if (!goesOn && indentAt(text, at + 1) <= indent) return at;
		}
		if (/\S/.test(character)) last = character;
	}
	return most;
}

function indentAt(text: string, at: number): number {
	return textAt(INDENT, text, at).length;
}

function lineStart(text: string, at: number): number {
	return text.lastIndexOf('\n', at - 1) + 1;
}
