import { chooseEncoding } from '#lib/server/door/encoding.ts';
import { expect, it } from 'vitest';

it.each([
	[undefined, null],
	['', null],
	['identity', null],
	['gzip', 'gzip'],
	['gzip, deflate, br, zstd', 'br'],
	['GZIP', 'gzip'],
	['br;q=0, gzip', 'gzip'],
	['br;q=0.2, gzip;q=0.8', 'gzip'],
	['br;q=0.2,gzip;q=0.2', 'br'],
	['*', 'br'],
	['*;q=0', null],
	['*;q=0.5, br;q=0', 'gzip'],
	['gzip;q=x', null],
	['gzip;level=9;q=1', 'gzip'],
	[['deflate', 'gzip'], 'gzip'],
	[', ,;', null],
	['brx, gzipped', null]
])('Accept-Encoding %j: %s', (accepted, expected) => {
	expect(chooseEncoding(accepted)).toBe(expected);
});

it('offers nothing but what exists', () => {
	expect(chooseEncoding('br, gzip', ['gzip'])).toBe('gzip');
	expect(chooseEncoding('br, gzip', [])).toBeNull();
});
