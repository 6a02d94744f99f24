import { MAKES } from '#lib/access/catalog/makes.ts';
import { readPastedRequest } from '#lib/access/pasted-request.ts';
import { describe, expect, it } from 'vitest';

const LINK = 'https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=x';
const read = (text: string) => readPastedRequest(text, { makes: MAKES });
const aside = (text: string) =>
	read(text).setAside.map(({ text: words, why }) => `${words}: ${why}`);
const codes = (text: string) => read(text).request?.findings.map(({ code }) => code);

const COMMENT = 'It stands in a comment, so nothing asks for it.';
const BESIDE = 'The link does not ask for it.';

describe('beside a link', () => {
	it.each([
		[`${LINK}&scope=read_vin`, []],
		[`read_vin ${LINK}&scope=read_vin`, []],
		[`"read_fuel" ${LINK}&scope=read_vin`, [`read_fuel: ${BESIDE}`]],
		[`read_rows ${LINK}&scope=read_vin`, [`read_rows: ${BESIDE}`]],
		[`scope = read_vin; x = read_fuel;\n${LINK}`, [`read_fuel: ${BESIDE}`]],
		[`// read_vin\n${LINK}&scope=read_vin`, []],
		[`// read_fuel\n${LINK}&scope=read_vin`, [`read_fuel: ${COMMENT}`]]
	])('names are set aside: %s', (text, names) => {
		expect(aside(text).filter((line) => !line.endsWith('Text around the link.'))).toEqual(names);
	});

	it('names ask for nothing where no key says so', () => {
		expect(read(`read_fuel\n${LINK}`).request?.permissions).toEqual([]);
		expect(read(`scope = read_fuel\n${LINK}`).request?.permissions).toHaveLength(1);
		expect(read(`SCOPE=read_fuel%20read_vin\n${LINK}`).request?.permissions).toHaveLength(2);
	});

	it('names in strings fill an open place, and others do not', () => {
		const asked = (text: string) => read(`${text}\n${LINK}&scope={scope}`).request?.permissions;
		expect(asked('"read_fuel"')).toEqual([{ name: 'read_fuel', required: false }]);
		expect(asked('read_fuel')).toEqual([]);
		expect(asked('"we want read_fuel"')).toEqual([]);
		expect(asked('read_vin"read_fuel"')).toEqual([{ name: 'read_fuel', required: false }]);
	});

	it('that asks for nothing a word is said', () => {
		const { request, problems } = read('read_fuel https://a.example/oauth/authorize#a=b');
		expect(request).toBeNull();
		expect(problems).toHaveLength(1);
	});

	it('the others are offered by their first 80 characters', () => {
		const label = (length: number) => {
			const other = `${LINK}&a=`.padEnd(length, 'b');
			expect(other).toHaveLength(length);
			return read(`${LINK} and ${other}`).offers[0]?.label.length;
		};
		expect([label(80), label(81), label(90)]).toEqual([80, 81, 81]);
	});

	it('the same once more is neither offered nor set aside', () => {
		const link = `${LINK}&scope=read_vin`;
		expect(read(`${link}\n\n${link}\n`)).toMatchObject({ offers: [], setAside: [] });
	});

	it('what the text needed is said first', () => {
		expect(codes(`\u00A0${LINK}&scope=read_vin#a`)).toEqual(['other-space', 'fragment']);
		expect(codes('\u00A0read_vin')?.[0]).toBe('other-space');
	});
});

describe('without a link', () => {
	it.each([
		['read_vin', []],
		['read_vin read_vin', []],
		[
			'scope = [read_vin]; "read_fuel"',
			[
				'read_fuel: It stands outside of the scope, so nothing asks for it.',
				'scope: It names no permission.'
			]
		],
		['scope = [read_vin]; "read_vin"', ['scope: It names no permission.']],
		[
			'scope = [read_vin]; read_rows',
			['read_rows: No permission has this name.', 'scope: It names no permission.']
		],
		['read_vin // read_vin', []],
		['read_vin word', []]
	])('%j sets aside what is not asked for', (text, words) => {
		expect(aside(text)).toEqual(words);
	});
});

describe('where comments alone name permissions', () => {
	it('a block documents them', () => {
		const text = '/* read_vin\n * read_fuel */';
		expect(read(text).request?.permissions.map(({ name }) => name)).toEqual([
			'read_fuel',
			'read_vin'
		]);
		expect(codes(text)?.[0]).toBe('documented');
		expect(read(text)).toMatchObject({ problems: [], setAside: [], offers: [] });
	});

	it.each(['/* read_vin, read_fuel */', '/* read_vin */ /* read_fuel */'])(
		'they are read once, as a text: %s',
		(text) => expect(codes(text)).toEqual(['documented', 'from-text'])
	);

	it.each(['/* read_vin */ x', '/* read_vin */\n// read_fuel', '~~read_vin~~'])(
		'anything else is switched off: %j',
		(text) => {
			expect(read(text).request).toBeNull();
			expect(aside(text)[0]).toMatch(/^read_vin/);
			expect(read(text).offers).toHaveLength(1);
		}
	);
});

describe('where nothing is asked for', () => {
	const problem = (text: string) => read(text).problems.map(({ message }) => message.slice(0, 20));

	it.each([
		['// words', 'It holds only a comm'],
		['// read_rows', 'It holds only a comm'],
		['https://a.example', 'This is no Connect U'],
		['ab?c=d', 'This is no Connect U'],
		['{}', 'No link, no permissi'],
		['\u200B', 'Nothing in it can be'],
		['', 'Paste a scope or a C'],
		['  \n', 'Paste a scope or a C']
	])('%j is told why', (text, message) => {
		expect(problem(text)).toEqual([message]);
		expect(read(text)).toMatchObject({ request: null, setAside: [], offers: [], fix: null });
	});

	it('a bare word is told to be no permission', () => {
		expect(read('nonsense').problems[0]?.message).toMatch(/“nonsense” is not a permission/);
	});
});

describe('items in words', () => {
	const items = (text: string) => read(text).request?.items.map(({ code }) => code) ?? null;

	it.each([
		['fuel, zzz', 1],
		['fuel, zzz, yyy', null],
		['fuel = odometer', null],
		['fuel [odometer]', null],
		['a_b fuel', null],
		['fuel %20', null],
		['x://fuel', null]
	])('are read from %j where most of them are any', (text, count) => {
		expect(items(text)?.length ?? null).toBe(count);
	});

	it('ask for no more than their permissions', () => {
		expect(read('fuel').request).toMatchObject({
			reauthenticates: false,
			parameters: [],
			findings: []
		});
	});
});
