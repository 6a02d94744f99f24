import { cleanText } from '#lib/access/pasted/clean-text.ts';
import { describe, expect, it } from 'vitest';

describe('a text is cleaned of', () => {
	it.each([
		['a byte order mark in front', '\uFEFFa', 'a'],
		['other line ends', 'a\r\nb\rc', 'a\nb\nc'],
		['quoted-printable', 'scope=3Da=20=C3=A9=\nb', 'scope=a éb'],
		['escapes of JSON', '\\u0026\\u{0041}\\/\\"a\\n\\tb', '&A/"a\n b'],
		['escapes of bytes', '\\x26\\x41', '&A'],
		['escaped signs of Markdown', 'read\\_vin', 'read_vin'],
		['escaped signs of a shell', 'a\\?b\\=c\\\nd', 'a?b=c d'],
		['entities by name', '&quot;&LT;&gt;&colon;&equals;&num;&apos;', '"<>:=#\''],
		['entities by number', '&#65;&#x42;&#119070;&#x1d122;', 'AB\u{1D11E}\u{1D122}'],
		['bent quotation marks', '“a” ‘b’ «c» ‹d›', '"a" \'b\' "c" \'d\'']
	])('%s', (_what, text, clean) => {
		expect(cleanText(text)).toEqual({ text: clean, findings: [] });
	});

	it.each(['a=3Db', '&amp;', '&#38;', '&#x26;', '&unknown;', 'a\n\tb'])('nothing in %j', (text) => {
		const clean = text.replace(/&#(?:38|x26);/, '&amp;');
		expect(cleanText(text)).toEqual({ text: clean, findings: [] });
	});

	it('spaces that are none to the platform, with a note of the first', () => {
		const { text, findings } = cleanText('a\u00A0b\u2003c');
		expect(text).toBe('a b c');
		expect(findings).toEqual([
			{
				parameter: null,
				severity: 'note',
				code: 'other-space',
				message: expect.stringContaining('U+00A0') as string
			}
		]);
	});

	it('what cannot be seen, with the first of it named', () => {
		const { text, findings } = cleanText('a\u200B\n\tb\u202E\u{F423F}\uFFFC');
		expect(text).toBe('a\n\tb');
		expect(findings).toEqual([
			{
				parameter: null,
				severity: 'error',
				code: 'control-character',
				message: expect.stringContaining('U+200B') as string
			}
		]);
	});
});
