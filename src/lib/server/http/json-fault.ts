/** Where a text stops being JSON; lines and columns count from 1. */
export interface JsonFault {
	readonly line: number;
	readonly column: number;
	/** The character that does not fit; null at the end of the text. */
	readonly character: string | null;
}

/** The tokens of RFC 8259, after any white space; a string is any character from the space up. */
const TOKEN =
	/[ \t\n\r]*([{}[\]:,]|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const SPACE = /[ \t\n\r]*/y;

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma';

/**
 * Finds where a text stops being JSON. The engine's own message names the place in some cases
 * only, and each engine in its own words.
 *
 * @returns null for JSON
 */
export function findJsonFault(text: string): JsonFault | null {
	const open: string[] = [];
	let expected: Expected = 'value';
	let position = 0;
	for (;;) {
		TOKEN.lastIndex = position;
		const token: string | undefined = TOKEN.exec(text)?.[1];
		const next: Expected | null = token === undefined ? null : follow(expected, token, open);
		if (next === null) break;
		expected = next;
		position = TOKEN.lastIndex;
	}
	SPACE.lastIndex = position;
	SPACE.exec(text);
	const at = SPACE.lastIndex;
	const isWhole = at === text.length && expected === 'comma' && open.length === 0;
	return isWhole ? null : describe(text, at);
}

/** What may come after a token; null when the token does not fit. Keeps the open brackets. */
function follow(expected: Expected, token: string, open: string[]): Expected | null {
	switch (expected) {
		case 'first value':
			if (token === ']') return close(open, '[');
			return followValue(token, open);
		case 'value':
			return followValue(token, open);
		case 'first key':
			if (token === '}') return close(open, '{');
			return token.startsWith('"') ? 'colon' : null;
		case 'key':
			return token.startsWith('"') ? 'colon' : null;
		case 'colon':
			return token === ':' ? 'value' : null;
		case 'comma':
			if (token === '}') return close(open, '{');
			if (token === ']') return close(open, '[');
			if (token !== ',' || open.length === 0) return null;
			return open.at(-1) === '{' ? 'key' : 'value';
	}
}

function followValue(token: string, open: string[]): Expected | null {
	if (token === '{' || token === '[') {
		open.push(token);
		return token === '{' ? 'first key' : 'first value';
	}
	return '}],:'.includes(token) ? null : 'comma';
}

function close(open: string[], bracket: string): Expected | null {
	return open.pop() === bracket ? 'comma' : null;
}

function describe(text: string, at: number): JsonFault {
	const before = text.slice(0, at).split('\n');
	const codePoint = text.codePointAt(at);
	return {
		line: before.length,
		column: (before.at(-1) ?? '').length + 1,
		character: codePoint === undefined ? null : String.fromCodePoint(codePoint)
	};
}
