import { literal } from '#lib/access/connect-url/snippets/literal.ts';
import { describe, expect, it } from 'vitest';

describe('a literal', () => {
	it.each([
		['plain', `'plain'`, `'plain'`, `'plain'`],
		['', `''`, `''`, `''`],
		["it's", `'it\\'s'`, `'it\\'s'`, `'it'\\''s'`],
		['a\\b', `'a\\\\b'`, `'a\\\\b'`, `'a\\b'`],
		['two\nlines', `'two\\nlines'`, `'two\\nlines'`, `$'two\\nlines'`],
		['a\rb', `'a\\u000db'`, `'a\\u000db'`, `$'a\\x0db'`],
		['</script>', `'\\u003c/script>'`, `'\\u003c/script>'`, `'</script>'`],
		['a\u2028b', `'a\\u2028b'`, `'a\\u2028b'`, `$'a\\xe2\\x80\\xa8b'`],
		["\n'<\\", `'\\n\\'\\u003c\\\\'`, `'\\n\\'\\u003c\\\\'`, `$'\\n\\'\\x3c\\\\'`],
		['\u{1d173}', `'\\u{1d173}'`, `'\\U0001d173'`, `$'\\xf0\\x9d\\x85\\xb3'`],
		['\u{e0001}', `'\\u{e0001}'`, `'\\U000e0001'`, `$'\\xf3\\xa0\\x80\\x81'`],
		['\uffff', `'\\uffff'`, `'\\uffff'`, `$'\\xef\\xbf\\xbf'`],
		['\u3164\u2800', `'\\u3164\\u2800'`, `'\\u3164\\u2800'`, `$'\\xe3\\x85\\xa4\\xe2\\xa0\\x80'`],
		['é😀', `'é😀'`, `'é😀'`, `'é😀'`]
	])('of %j', (text, javascript, python, shell) => {
		expect(literal(text)).toBe(javascript);
		expect(literal(text, 'python')).toBe(python);
		expect(literal(text, 'shell')).toBe(shell);
	});
});
