import { findLinks } from '#lib/access/pasted/find-links.ts';
import { describe, expect, it } from 'vitest';

const HOST = 'https://a.example/oauth/authorize';
const links = (text: string) => findLinks(text).map(({ link }) => link);

describe('a link begins', () => {
	it.each([
		['url=https://a.example/oauth/authorize?a=b', 'https://a.example/oauth/authorize?a=b'],
		['x:/oauth/authorize?a=b', 'x:/oauth/authorize?a=b'],
		['Location:oauth/authorize?a=b', 'oauth/authorize?a=b'],
		['a,/oauth/authorize?a=b', '/oauth/authorize?a=b'],
		['?client_id=a', '?client_id=a'],
		['?client_id=a&scope[]=["a", "b"]', '?client_id=a&scope[]=["a", "b"'],
		['https:oauth/authorize?a=b', 'https:oauth/authorize?a=b'],
		['my_client_id=a', undefined],
		['https://connect.smartcar.com/a=b', undefined],
		['x-client_id=a', undefined],
		['A client_id=a&b=c', 'client_id=a&b=c']
	])('in %j', (text, link) => {
		expect(links(text)[0]).toBe(link);
	});
});

describe('a link ends', () => {
	it.each([
		[`${HOST}?a=b, c`, `${HOST}?a=b`],
		[`${HOST}?a=b...`, `${HOST}?a=b`],
		[`${HOST}?a=b)]}`, `${HOST}?a=b`],
		[`(${HOST}?a=b) c`, `${HOST}?a=b`],
		[`(${HOST}?a=(b)c) d`, `${HOST}?a=(b)c`],
		[`(${HOST}?a=(b)c)(d`, `${HOST}?a=(b)c`],
		[`[${HOST}?a=b] c`, `${HOST}?a=b`],
		[`{${HOST}?a=b} c`, `${HOST}?a=b`],
		[`"${HOST}?a=b" c`, `${HOST}?a=b`],
		[`["${HOST}?a=b"]`, `${HOST}?a=b`],
		[`"${HOST}?a=b!" c`, `${HOST}?a=b!`],
		[`"${HOST}?a=b…" c`, `${HOST}?a=b`],
		[`${HOST}?a=b|c`, `${HOST}?a=b`],
		[`${HOST}?a=b\\`, `${HOST}?a=b`],
		[`${HOST}?a=b<c`, `${HOST}?a=b`],
		[`${HOST}?a=<b c> d`, `${HOST}?a=<b c>`],
		[`${HOST}?a=<b   c>`, `${HOST}?a=<b c>`],
		[`${HOST}?a=b<c>`, `${HOST}?a=b`],
		[`${HOST}?a={b c}&d=\${e}`, `${HOST}?a={b c}&d=\${e}`],
		[`${HOST}?a=#{b c}d e`, `${HOST}?a={bc}d`],
		[`${HOST}?a=\\(b.c(d))e f`, `${HOST}?a={b.c(d)}e`],
		[`${HOST}?a=%(b)s c`, `${HOST}?a=%(b)s`]
	])('in %j', (text, link) => {
		expect(links(text)).toEqual([link]);
	});

	it('after 16 kB', () => {
		const most = 16 * 1024;
		const link = `${HOST}?a=`.padEnd(most, 'x');
		expect(links(link)).toEqual([link]);
		expect(links(`${link}x`)).toEqual([link]);
	});
});

describe('a link goes on', () => {
	it.each([
		[`'${HOST}?a=' + 'b'`, `${HOST}?a=b`],
		[`'${HOST}' + '?a=b'`, `${HOST}?a=b`],
		[`'${HOST}?a=b' + '&c=d'`, `${HOST}?a=b&c=d`],
		[`'${HOST}?a=b&' + 'c=d'`, `${HOST}?a=b&c=d`],
		[`'${HOST}?a=b' + 'c'`, `${HOST}?a=b`],
		[`'${HOST}?a=' . $id . '&c=d'`, `${HOST}?a={$id}&c=d`],
		[`'${HOST}?a=' + id;`, `${HOST}?a={id}`],
		[`'${HOST}?a=' + id`, `${HOST}?a={id}`],
		[`'${HOST}?a=b' + id`, `${HOST}?a=b`],
		[`url = '${HOST}?a=b'; url += '&c=d'`, `${HOST}?a=b&c=d`],
		[`${HOST}?a=b &c=d`, `${HOST}?a=b&c=d`],
		[`${HOST}?a={b c}{d e}`, `${HOST}?a={b c}{d e}`],
		[`${HOST}?a=${'b'.repeat(60)} c&d=e`, `${HOST}?a=${'b'.repeat(60)}`],
		[`${HOST}?scope=read_odo\n(x)`, `${HOST}?scope=read_odo`],
		[`${HOST}?a= b c`, `${HOST}?a=b`],
		[`${HOST}?scope=read_a read_b c`, `${HOST}?scope=read_a%20read_b`],
		[`${HOST}?scope=read_a required:read_b`, `${HOST}?scope=read_a%20required:read_b`],
		[`${HOST}?state=read_a read_b`, `${HOST}?state=read_a`],
		[`"${HOST}?scope=a b" c`, `${HOST}?scope=a%20b`],
		[`"${HOST}?state=a b" c`, `${HOST}?state=a`],
		[`(${HOST}?scope=a b)`, `${HOST}?scope=a`],
		[`"${HOST}?scope=a "`, `${HOST}?scope=a`],
		[`${HOST}?flags=a:b c:d e`, `${HOST}?flags=a:b%20c:d`],
		[`${HOST}?scope=a c:d`, `${HOST}?scope=a`],
		[`${HOST}?a=b\n&c=d`, `${HOST}?a=b&c=d`],
		[`${HOST}?a=b\n?c=d`, `${HOST}?a=b?c=d`],
		[`${HOST}?a=b\n&amp;c=d`, `${HOST}?a=b&amp;c=d`],
		[`${HOST}?a=b\nc=d`, `${HOST}?a=b`],
		[`${HOST}?a=b&\nc=d`, `${HOST}?a=b&c=d`],
		[`${HOST}?a=%2\n0c`, `${HOST}?a=%20c`],
		[`${HOST}?a=%\n20c`, `${HOST}?a=%20c`],
		[`${HOST}?a=\nhttps://b.example`, `${HOST}?a=`],
		[`${HOST}?a=\n- b`, `${HOST}?a=`],
		[`${HOST}?a=b&\n\n`, `${HOST}?a=b&`],
		[`> ${HOST}?a=\n> b`, `${HOST}?a=b`],
		[`${HOST}?a=b&client\n_id=c`, `${HOST}?a=b&client_id=c`],
		[`${HOST}?a=b&clie\n_id=c`, `${HOST}?a=b&clie`],
		[`${HOST}?a=b&client\n_id`, `${HOST}?a=b&client`],
		[`${HOST}?scope=read_odo\nmeter`, `${HOST}?scope=read_odometer`],
		[`${HOST}?scope=read_vin+read_odo\nmeter`, `${HOST}?scope=read_vin+read_odometer`],
		[
			`${HOST}?scope=read_vin%20required:read_odo\nmeter x`,
			`${HOST}?scope=read_vin%20required:read_odometer`
		],
		[`${HOST}?state=read_odo\nmeter`, `${HOST}?state=read_odo`],
		[`${HOST}?scope=read_charge\n_events`, `${HOST}?scope=read_charge`],
		[`${HOST}?scope=read_odo\nmetre`, `${HOST}?scope=read_odo`]
	])('in %j', (text, link) => {
		expect(links(text)).toEqual([link]);
	});

	it('in the next line where this one is 60 characters wide', () => {
		const line = (width: number) => `a\n${`${HOST}?a=`.padEnd(width, 'b')}`;
		expect(links(`${line(60)}\nc&d=e`)[0]).toMatch(/c&d=e$/);
		expect(links(`${line(60)}\nc%20d`)[0]).toMatch(/c%20d$/);
		expect(links(`${line(60)}\nc`)[0]).toMatch(/b$/);
		expect(links(`${line(59)}\nc&d=e`)[0]).toMatch(/b$/);
	});
});

describe('of links', () => {
	it('those that ask for nothing are left out', () => {
		expect(links(`${HOST} and ${HOST}? and ${HOST}?=a`)).toEqual([]);
		expect(links(`${HOST}#a=b`)).toEqual([`${HOST}#a=b`]);
		expect(links(`${HOST}?a[]=b`)).toEqual([`${HOST}?a[]=b`]);
	});

	it('each is found once, in the order of the text', () => {
		expect(links(`?client_id=a ${HOST}?client_id=b, c?client_id=c`)).toEqual([
			'?client_id=a',
			`${HOST}?client_id=b`,
			'c?client_id=c'
		]);
	});

	it('none is found inside another', () => {
		for (const link of [
			'https://connect.smartcar.com/oauth/authorize?a=b',
			`${HOST}?client_id=b&a=c`,
			'client_id=a&x=/oauth/authorize?b=c'
		]) {
			expect(links(link)).toEqual([link]);
		}
	});

	it('one begins where another was cut at its longest', () => {
		const longest = `${`${HOST}?a=`.padEnd(16 * 1024 - 1, 'b')}/`;
		const ends = links(`${longest}oauth/authorize?c=d`).map((link) => link.slice(-6));
		expect(ends).toEqual(['bbbbb/', 'ze?c=d']);
	});

	it('twenty are read', () => {
		const text = (count: number) => `${HOST}?a=b `.repeat(count);
		expect(findLinks(text(19))).toHaveLength(19);
		expect(findLinks(text(21))).toHaveLength(20);
		expect(findLinks(text(15) + 'or ?client_id=a '.repeat(15))).toHaveLength(20);
	});

	it('the inner one counts, encoded once or twice', () => {
		const inner = `${HOST}?a=b`;
		const once = encodeURIComponent(inner);
		expect(links(`https://b.example/?next=${once}&c=d`)).toEqual([inner]);
		expect(links(`https://b.example/?next=${encodeURIComponent(once)}`)).toEqual([inner]);
		expect(links(once)).toEqual([inner]);
		const spaced = `${inner}%20c`;
		expect(links(`?x=${encodeURIComponent(spaced)}`)).toEqual([spaced]);
		expect(links(`https://b.example/?next=${once}%zz`)).toEqual([
			`https://b.example/?next=${once}%zz`
		]);
	});

	it('those in markup are told', () => {
		const inMarkup = (text: string) => findLinks(text).map((found) => found.inMarkup);
		expect(inMarkup(`<a href="${HOST}?a=b">`)).toEqual([true]);
		expect(inMarkup(`<a href=${HOST}?a=b>`)).toEqual([true]);
		expect(inMarkup(`<a href="x">${HOST}?a=b</a>`)).toEqual([false]);
		expect(inMarkup(`href="${HOST}?a=b"`)).toEqual([false]);
	});

	it('the place is told, without the signs around it', () => {
		expect(findLinks(`see (${HOST}?a=b).`)).toEqual([
			{ start: 5, end: 5 + HOST.length + 4, link: `${HOST}?a=b`, inMarkup: false }
		]);
	});
});
