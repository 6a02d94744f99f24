import { nearestUri } from '#lib/access/connect-url/nearest-uri.ts';
import { describe, expect, it } from 'vitest';

describe('of registered addresses', () => {
	const named = (asked: string, ...uris: readonly [string, boolean][]) =>
		nearestUri(
			asked,
			uris.map(([uri, isDefault]) => ({ uri, isDefault }))
		)?.uri ?? null;
	it('the one with most in common is named', () => {
		const [near, far] = ['https://a.example/cb', 'https://b.example/x'];
		expect(named('https://a.example/cc', [far, true], [near, false])).toBe(near);
		expect(named('https://a.example/cc', [near, false], [far, true])).toBe(near);
		expect(named('https://a.example/cc')).toBeNull();
		expect(named('https://a.example/cc', ['x', true])).toBe('x');
	});

	it('the default is named of two that are equally near', () => {
		const [one, two] = ['https://a.example/1', 'https://a.example/2'];
		expect(named('https://a.example/3', [one, false], [two, true])).toBe(two);
		expect(named('https://a.example/3', [one, true], [two, false])).toBe(one);
		expect(named('https://a.example/3', [one, false], [two, false])).toBe(one);
	});

	it('the difference is told, and none from itself', () => {
		const uris = [{ uri: 'https://a.example/cb', isDefault: true }];
		expect(nearestUri('https://a.example/cc', uris)?.difference).toEqual({
			position: 20,
			here: 'c',
			there: 'b'
		});
		expect(nearestUri('https://a.example/cb', uris)).toBeNull();
	});
});
