import { officialCatalog } from '#lib/access/catalog/official.ts';
import { MAX_TEXT_LENGTH } from '#lib/access/characters.ts';
import { withoutComments } from '#lib/access/pasted/comments.ts';
import { findLinks } from '#lib/access/pasted/find-links.ts';
import { readName } from '#lib/access/pasted/find-names.ts';
import { readWords } from '#lib/access/pasted/read-words.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, said, START, understood } from './context.ts';

const PIECES = [
	...PERMISSION_NAMES.slice(0, 4),
	...['scope=', 'scope: [', '"', "'", '`', '{', '}', '[', ']', '(', ')', '<', '>', ',', ' ', '\n'],
	...['//', '/*', '*/', '# ', '~~', '"""', '- [ ] ', '&', '&amp;', '=3D', '%25', '%20', '+', '#'],
	...['required:', 'read_x', 'curl -G ', '-d a=b', 'Location: ', START, 'mock=true', '\u200b'],
	...['\ud800', '${x}', 'https%3A%2F%2F', 'oauth/authorize?', 'state=eyJ']
];

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))
);

const run = (sign: string) => sign.repeat(400_000);

describe('whatever is pasted', () => {
	it('is answered, with a request or a reason', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { request, problems } = read(text);
				expect(request !== null || problems.length > 0).toBe(true);
			}),
			{ numRuns: 1000 }
		);
	});

	it('is put right once: the text that is offered asks for the same and leaves nothing to put right', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { fix, problems } = read(text);
				if (fix === null || problems.length > 0) return;
				expect(understood(fix)).toBe(understood(text));
				expect(read(fix).fix).toBeNull();
			}),
			{ numRuns: 1000 }
		);
	});

	it.each(['%25scope', '%26scope', 'Scope', 'sc-ope'])('means the scope by the name %s', (name) => {
		const text = `oauth/authorize?${name}=read_alerts`;
		expect(understood(text)).toBe('read_alerts');
		expect(understood(read(text).fix ?? '')).toBe('read_alerts');
	});

	it('keeps its length and lines when its comments are blanked', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const blank = withoutComments(text).text;
				expect(blank).toHaveLength(text.length);
				expect(blank.split('\n')).toHaveLength(text.split('\n').length);
			})
		);
	});

	it.each(['a', '"', '/', '/*', '#', '(', 'scope=', 'scope=[', '&amp;', '%25', 'read_vin ', '${'])(
		'is read to its end, though it repeats %j for 64 kB',
		(piece) => {
			expect(read(piece.repeat(MAX_TEXT_LENGTH / piece.length))).toBeDefined();
		}
	);

	// Where each sign of a run tried the rest of it anew, these took minutes and ran into the limit.
	it.each([
		['in front of a link', () => findLinks(`${run('=')}?oauth/authorize?a=b`)],
		['in a name', () => readName(`a${run('_')}b`)],
		['in a phrase', () => readWords(`odometer${run(' ')}x`, officialCatalog)]
	])('is read to its end, though a long run stands %s', (_where, reading) => {
		expect(reading).not.toThrow();
	});

	it('is read up to 64 kB, and that is said', () => {
		const text = `read_vin ${' '.repeat(MAX_TEXT_LENGTH - 'read_vin '.length)}`;
		expect(said(text)).toEqual([]);
		expect(said(`${text}x`)).toEqual(['warning text-cut']);
		expect(understood(`${text} read_fuel`)).toBe('read_vin');
	});
});
