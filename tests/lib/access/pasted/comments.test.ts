import { withoutComments } from '#lib/access/pasted/comments.ts';
import { describe, expect, it } from 'vitest';

/** What was set aside, as `kind: piece of the text`. */
const asides = (text: string) =>
	withoutComments(text).asides.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

describe('a comment', () => {
	it.each([
		['a /* b */ c', ['block: /* b */'], 'a         c'],
		['a /* b\n c */ d', ['block: /* b\n c */'], 'a     \n      d'],
		['/* never closed', ['block: /* never closed'], '               '],
		['/**/a', ['block: /**/'], '    a'],
		['/*/ a */b', ['block: /*/ a */'], '        b'],
		['<!-- a -->b', ['block: <!-- a -->'], '          b'],
		['<!-->b', ['block: <!-->b'], '      '],
		['"""a"""\nb', ['block: """a"""'], '       \nb'],
		["  '''a'''", ["block: '''a'''"], '         '],
		['\t"""a', ['block: """a'], '\t    '],
		['a // b\nc', ['line: // b'], 'a     \nc'],
		['//', ['line: //'], '  '],
		['# a', ['line: # a'], '   '],
		['a # b\n#c', ['line: # b', 'line: #c'], 'a    \n  '],
		['-- a', ['line: -- a'], '    '],
		['  -- a\nb', ['line: -- a'], '      \nb'],
		['; a', ['line: ; a'], '   '],
		['\t; a\nb', ['line: ; a'], '\t   \nb'],
		['a ~~b~~ c', ['struck: ~~b~~'], 'a       c'],
		['~~a~~\nb', ['struck: ~~a~~'], '     \nb'],
		['"a" // "b"', ['line: // "b"'], '"a"       '],
		['~~~~a', ['struck: ~~~~'], '    a'],
		['- [ ] a\n- b', ['unticked: - [ ] a'], '       \n- b'],
		['a /* b */ /* c */ d', ['block: /* b */', 'block: /* c */'], 'a                 d'],
		['"a" // b', ['line: // b'], '"a"     '],
		["don't // 'b", ["line: // 'b"], "don't      "],
		["'t // 'b", [], "'t // 'b"],
		['"a\n// b"', ['line: // b"'], '"a\n     '],
		['" // b', ['line: // b'], '"     ']
	])('is found in %j and made blank', (text, found, blank) => {
		expect(asides(text)).toEqual(found);
		expect(withoutComments(text).text).toBe(blank);
	});

	it.each([
		'x = """a"""',
		'https://a.example/b',
		'a//b',
		'"//b',
		"'//b",
		'`//b',
		'//connect.example.com/oauth',
		'see //connect.example.com/oauth',
		'a#b',
		'/page #state=1',
		'#scope?',
		'#a&b',
		'a -- b',
		'--b',
		'a;b',
		'a ; b',
		'~a~',
		'~~a\nb~~',
		'~~a',
		'- [x] a',
		'-[ ] a',
		'"// a"',
		'"// a"\nb',
		"'# a'",
		'`/* a */`'
	])('is none in %j', (text) => {
		expect(withoutComments(text)).toEqual({ text, asides: [] });
	});
});
