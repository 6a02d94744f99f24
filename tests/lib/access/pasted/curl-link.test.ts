import { curlLink } from '#lib/access/pasted/curl-link.ts';
import { describe, expect, it } from 'vitest';

const ADDRESS = 'https://a.example/x';

/** The link that a command asks for, and the part of the text that makes it. */
function read(text: string, address = ADDRESS) {
	const start = text.indexOf(address);
	const found = curlLink(text, { start, end: start + address.length, link: address });
	return found && [found.link, text.slice(found.start, found.end)];
}

describe('no command', () => {
	it.each([[`${ADDRESS} aa==b`], [`curl -G ${'x'.repeat(8000)} ${ADDRESS} -d a=b`]])(
		'stands in %.40s',
		(text) => {
			expect(read(text)).toBeNull();
		}
	);
});

describe('a command asks for', () => {
	it.each([
		[`curl -G ${ADDRESS} -d a=b -d c=d`, `${ADDRESS}?a=b&c=d`],
		[`curl --get ${ADDRESS} --data 'a=b c'`, `${ADDRESS}?a=b c`],
		[`curl -sG -d a=b ${ADDRESS} -d "c=d"`, `${ADDRESS}?a=b&c=d`],
		[`curl -G --data-urlencode 'a=b c=d' ${ADDRESS}`, `${ADDRESS}?a=b%20c%3Dd`],
		[`curl ${ADDRESS} -d a=b -G`, `${ADDRESS}?a=b`]
	])('by curl: %s', (text, link) => {
		expect(read(text)?.[0]).toBe(link);
	});

	it.each([
		[`http ${ADDRESS} aa==b cc=='d e' ff=="g"`, `${ADDRESS}?aa=b&cc=d%20e&ff=g`],
		[`https GET ${ADDRESS} aa==b`, `${ADDRESS}?aa=b`]
	])('by HTTPie: %s', (text, link) => {
		expect(read(text)).toEqual([link, text.slice(text.indexOf(ADDRESS))]);
	});

	it('what is added to a query that is there', () => {
		expect(read(`curl -G ${ADDRESS}?a=b -d c=d`, `${ADDRESS}?a=b`)?.[0]).toBe(`${ADDRESS}?a=b&c=d`);
	});

	it('from its name to its last value', () => {
		expect(read(`$ curl -G ${ADDRESS} -d a=b -o page`)?.[1]).toBe(`curl -G ${ADDRESS} -d a=b`);
		expect(read(`$ curl -G -d a=b ${ADDRESS} -o page`)?.[1]).toBe(`curl -G -d a=b ${ADDRESS}`);
	});

	it.each([
		`wget ${ADDRESS} -d a=b`,
		`curl ${ADDRESS} -d a=b`,
		`curl -G ${ADDRESS}`,
		`http ${ADDRESS}`,
		`curl -G -d a=b\n\n${ADDRESS}`,
		`curl ${ADDRESS}\n\n-G -d a=b`,
		`curly -G ${ADDRESS} -d a=b`
	])('nothing more: %j', (text) => {
		expect(read(text)).toBeNull();
	});
});
