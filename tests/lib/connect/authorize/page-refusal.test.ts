import { compareUris } from '#lib/connect/authorize/page-refusal.ts';
import { describe, expect, it } from 'vitest';

const registered = (...uris: readonly string[]) => uris.map((uri) => ({ uri, isDefault: false }));

describe('compareUris', () => {
	it.each([
		['abXcd', 'abYcd', { start: 'ab', sent: 'X', registered: 'Y', end: 'cd' }],
		['abcd', 'abYcd', { start: 'ab', sent: '', registered: 'Y', end: 'cd' }],
		['abXcd', 'abcd', { start: 'ab', sent: 'X', registered: '', end: 'cd' }],
		['abc', 'xyz', { start: '', sent: 'abc', registered: 'xyz', end: '' }],
		// What begins and ends alike is not counted twice.
		['aa', 'aaa', { start: 'aa', sent: '', registered: 'a', end: '' }],
		['aaa', 'aa', { start: 'aa', sent: 'a', registered: '', end: '' }],
		['', 'abc', { start: '', sent: '', registered: 'abc', end: '' }]
	])('parts “%s” from “%s” as %j', (sent, uri, parts) => {
		expect(compareUris(sent, registered(uri))).toEqual([{ uri, isDefault: false, ...parts }]);
	});

	it('puts the most alike first, by beginning and end together', () => {
		const order = (sent: string, ...uris: readonly string[]) =>
			compareUris(sent, registered(...uris)).map(({ uri }) => uri);
		expect(order('abcdef', 'abcxxx', 'abxxef', 'axxdef', 'xxxxxx', 'abcdeX')).toEqual([
			'abcdeX',
			'abxxef',
			'axxdef',
			'abcxxx',
			'xxxxxx'
		]);
	});

	it('knows the default', () => {
		expect(compareUris('a', [{ uri: 'a', isDefault: true }])).toMatchObject([{ isDefault: true }]);
	});
});
