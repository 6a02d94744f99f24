import { findNames } from '#lib/access/pasted/find-names.ts';
import { askedNames, isBareScope, readNames, scopeOf } from '#lib/access/pasted/read-names.ts';
import { describe, expect, it } from 'vitest';

describe('of the names in a text', () => {
	it.each([
		['read_vin read_fuel', 'read_vin read_fuel', '', false],
		['scope = read_vin; x(read_fuel)', 'read_vin', 'read_fuel', true],
		['scope: [read_vin]; "read_fuel"', 'read_vin', 'read_fuel', true],
		['scope=read_vin; "read_fuel"', 'read_vin', 'read_fuel', true],
		['scope: {required: [read_vin]}', 'read_vin!', '', true],
		['required: [read_vin], x', 'read_vin!', '', true],
		['scope:\n- a: read_vin\n  required: true\n- a: read_fuel', 'read_vin read_fuel', '', true],
		['"read_vin" read_rows', 'read_vin', 'read_rows', false],
		['"read_rows" read_vin', 'read_rows read_vin', '', false],
		["'read_vin' read_rows", 'read_vin', 'read_rows', false],
		['read_vin read_rows', 'read_vin read_rows', '', false],
		['read_tires"read_vin""uses read_fuel"', 'read_tires read_vin', 'read_fuel', false],
		['"uses read_vin"read_fuel "read_tires"', 'read_fuel read_tires', 'read_vin', false],
		['"1" "uses read_fuel"', 'read_fuel', '', false]
	])('%j asks for some', (text, asked, mentioned, keyed) => {
		const found = askedNames(text);
		const words = (names: typeof found.asked) =>
			names.map(({ word, required }) => (required ? `${word}!` : word)).join(' ');
		expect([words(found.asked), words(found.mentioned), found.keyed]).toEqual([
			asked,
			mentioned,
			keyed
		]);
	});
});

describe('a bare scope', () => {
	it.each([
		'',
		'read_vin',
		'read_vin read_fuel',
		'required:read_vin+read_fuel',
		'read_vin%20read_fuel',
		'required%3Aread_vin',
		'required%253Aread_vin',
		'read_vin and',
		'word',
		'two words'
	])('is %j', (text) => {
		expect(isBareScope(text)).toBe(true);
	});

	it.each([
		'read_vin, read_fuel',
		'"read_vin"',
		'We need read_vin',
		'read_vin and so',
		'read_vin AND read_fuel'
	])('is not %j', (text) => {
		expect(isBareScope(text)).toBe(false);
	});
});

describe('what names ask for', () => {
	const read = (text: string, pasted = text) => {
		const { request, problems, fix } = readNames(text, askedNames(text), [], pasted);
		return {
			codes: request?.findings.map(({ severity, code }) => `${severity} ${code}`) ?? null,
			problems: problems.map(({ message }) => message),
			fix
		};
	};

	it.each([
		['read_vin', [], null],
		[' read_vin ', [], null],
		['read_fuel read_vin', [], null],
		['required:', null, null],
		['read_vin read_fuel', [], null],
		['"read_rows"', null, null],
		['READ_VIN read_vin', ['error spelling', 'note scope'], 'read_vin'],
		['read_vin%2Bread_fuel', ['error encoded-twice'], 'read_fuel read_vin'],
		['read_fuel|read_vin', ['warning separator'], 'read_fuel read_vin'],
		['read_fuel , read_vin', ['warning separator'], 'read_fuel read_vin'],
		['read_fuel  , read_vin', ['note from-text'], 'read_fuel read_vin'],
		['read_fuel, "read_vin"', ['note from-text'], 'read_fuel read_vin'],
		['scope: read_fuel, read_vin', ['note from-text'], 'read_fuel read_vin'],
		['We need read_fuel', ['note from-text'], 'read_fuel'],
		['Permission.READ_VIN', ['note spelling', 'note from-text'], 'read_vin']
	])('%j is told with what is odd', (text, codes, fix) => {
		expect(read(text)).toMatchObject({ codes, fix });
	});

	it('needs no fix where that was pasted', () => {
		expect(read('We need read_fuel', ' read_fuel ').fix).toBeNull();
	});

	it('says which words name none', () => {
		const problem = (text: string) => read(text).problems[0]?.slice(0, 20);
		expect(problem('read_vin word')).toContain('“word”');
		expect(problem('required:read_vni')).toContain('“required:read_vni”');
	});

	it('says what is odd about a word', () => {
		const message = (text: string) =>
			readNames(text, askedNames(text), []).request?.findings[0]?.message;
		expect(message('[Scope.READ_VIN]')).toBe('“Scope.READ_VIN” is a constant of a library.');
		expect(message('READ_VIN')).toMatch(/^“READ_VIN” is not how the platform writes it/);
	});

	it('is nothing but names', () => {
		expect(readNames('read_vin', askedNames('read_vin'), []).request).toMatchObject({
			items: [],
			reauthenticates: false,
			parameters: []
		});
	});

	it('names the sign between them', () => {
		const { request } = readNames('read_fuel;read_vin', askedNames('read_fuel;read_vin'), []);
		expect(request?.findings[0]?.message).toContain('“;”');
	});

	it('lists each odd word once, and twenty of them', () => {
		const spell = (count: number, word: string) =>
			Array.from(
				{ length: count },
				(_, index) => word.slice(0, 8) + '_'.repeat(index + 1) + word.slice(8)
			);
		const twice = read('READ_VIN READ_VIN').codes?.filter((code) => code === 'error spelling');
		expect(twice).toHaveLength(1);
		const many = spell(25, 'READ_VIN').map((word, index) =>
			word.replace('READ_', `READ${'_'.repeat(index + 2)}`)
		);
		const codes = read(many.map((word) => word.replace(/_+$/, '')).join(' ')).codes;
		expect(codes?.filter((code) => code === 'error spelling')).toHaveLength(20);
	});

	it('is a scope in the order of the platform', () => {
		expect(scopeOf(findNames('required:read_vin read_fuel read_rows'))).toEqual({
			permissions: [
				{ name: 'read_fuel', required: false },
				{ name: 'read_vin', required: true }
			],
			scope: 'read_fuel required:read_vin'
		});
	});
});
