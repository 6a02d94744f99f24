import { repairQuery } from '#lib/access/pasted/repair-query.ts';
import { describe, expect, it } from 'vitest';

const PATH = 'https://a.example/oauth/authorize';

function repair(link: string, inMarkup = false) {
	const repaired = repairQuery({ link, inMarkup, start: 0, end: link.length });
	return [repaired.link, ...repaired.repairs.map(({ severity, code }) => `${severity} ${code}`)];
}

describe('a query is put right', () => {
	it.each([
		[`${PATH}?scope=read_vin`, `${PATH}?scope=read_vin`],
		[`${PATH}&scope=read_vin&a=b`, `${PATH}?scope=read_vin&a=b`, 'error no-question-mark'],
		[`${PATH}/&scope=read_vin`, `${PATH}/?scope=read_vin`, 'error no-question-mark'],
		['https://a.example/x&scope=read_vin', 'https://a.example/x&scope=read_vin'],
		[`${PATH}?a=b&c=d?`, `${PATH}?a=b&c=d?`],
		[
			'https://a.example//oauth///authorize?a=//b',
			'https://a.example/oauth/authorize?a=//b',
			'warning double-slash'
		],
		['//oauth/authorize?a=b', '/oauth/authorize?a=b', 'warning double-slash'],
		[`${PATH}?a=b&state=c;scope=d`, `${PATH}?a=b&state=c;scope=d`],
		[`${PATH}?a=b#c`, `${PATH}?a=b`, 'warning fragment'],
		[`${PATH}?a=b#&scope=read_vin`, `${PATH}?a=b&scope=read_vin`, 'error fragment'],
		[`${PATH}#?state=a`, `${PATH}&state=a`, 'error fragment'],
		[`${PATH}?a=b#state=c#d`, `${PATH}?a=b&state=c#d`, 'error fragment'],
		[`${PATH}?a=b#c#d&state=e`, `${PATH}?a=b%23c%23d&state=e`, 'error fragment'],
		[
			`${PATH}?flags=color:#00819D&state=a#b`,
			`${PATH}?flags=color:00819D&state=a`,
			'error fragment'
		],
		[`${PATH}?scope=read_vin&a=b&scope=read_vin`, `${PATH}?scope=read_vin&a=b&scope=read_vin`],
		[
			`${PATH}?scope=read_vin&a=b&scope=read_fuel`,
			`${PATH}?scope=read_fuel%20read_vin&a=b`,
			'error several-scopes'
		],
		[`${PATH}?a=b&scope[0]=read_vin&c=d`, `${PATH}?a=b&scope=read_vin&c=d`, 'error scope-name'],
		[
			`${PATH}?scope=READ_VIN,read_fuel&a=b`,
			`${PATH}?scope=read_fuel%20read_vin&a=b`,
			'error scope-form'
		],
		[`${PATH}?scope=read_vin+read_fuel`, `${PATH}?scope=read_vin+read_fuel`],
		[`${PATH}?scope=READ_VIN`, `${PATH}?scope=read_vin`, 'error scope-form'],
		[`${PATH}?scope=read_vin&scope[]=read_vin`, `${PATH}?scope=read_vin`, 'error several-scopes'],
		[`${PATH}?scope={scope}&a=b`, `${PATH}?scope={scope}&a=b`]
	])('%s', (link, ...repaired) => {
		expect(repair(link)).toEqual(repaired);
	});

	it('where markup writes & as it has to, no fault is found', () => {
		const link = `${PATH}?a=b&amp;c=d&#38;e=f&#x26;g=h`;
		expect(repair(link, true)).toEqual([`${PATH}?a=b&c=d&e=f&g=h`]);
		expect(repair(`${PATH}?a=b&amp;c=d`)).toContain('error html-entity');
	});

	it('what the browser keeps is named', () => {
		const link = `${PATH}?a=b#c`;
		const { repairs } = repairQuery({ link, inMarkup: false, start: 0, end: link.length });
		expect(repairs[0]?.message).toContain('“#c”');
	});

	it('the first five faults of a scope are named', () => {
		const names = [
			'READ_VIN',
			'READ_FUEL',
			'READ_TIRES',
			'READ_BATTERY',
			'READ_CHARGE',
			'READ_ODOMETER'
		];
		const link = `${PATH}?scope=${names.join('+')}`;
		const { repairs } = repairQuery({ link, inMarkup: false, start: 0, end: link.length });
		const message = repairs[0]?.message ?? '';
		expect(names.filter((name) => message.includes(`“${name}”`))).toEqual(names.slice(0, 5));
		expect(repairs[0]?.parameter).toBe('scope');
	});
});

describe('a scope in another form', () => {
	it.each([
		['[]', /; leave it out\.$/],
		['read_vin,read_fuel', /; write scope=read_fuel%20read_vin\.$/]
	])('%s is told what to write', (scope, message) => {
		const link = `${PATH}?scope=${scope}`;
		const { repairs } = repairQuery({ link, inMarkup: false, start: 0, end: link.length });
		expect(repairs[0]?.message).toMatch(message);
	});
});
