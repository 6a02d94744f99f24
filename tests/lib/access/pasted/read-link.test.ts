import { readLink } from '#lib/access/pasted/read-link.ts';
import { describe, expect, it } from 'vitest';
import { CONTEXT, START, VEHICLE_ID } from './context.ts';

const FROM_CODE = {
	permissions: [{ name: 'read_fuel', required: true }],
	keyed: true
} as const;

const read = (link: string, fromCode?: Parameters<typeof readLink>[2]) =>
	readLink({ link, inMarkup: false, start: 0, end: link.length }, CONTEXT, fromCode);
const asked = (link: string, fromCode?: Parameters<typeof readLink>[2]) =>
	read(link, fromCode).request?.permissions.map(({ name }) => name);

describe('a link whose scope is left open', () => {
	it.each([
		[START, ['read_fuel']],
		[`${START}&`, ['read_fuel']],
		[`${START}&scope=`, ['read_fuel']],
		[`${START}&scope={scope}`, ['read_fuel']],
		[`${START}&scope=read_vin`, ['read_vin']]
	])('takes that of the code around it: %s', (link, names) => {
		expect(asked(link, FROM_CODE)).toEqual(names);
	});

	it('takes strings that stand under no key for an open place, and for nothing else', () => {
		const inStrings = { ...FROM_CODE, keyed: false };
		expect(asked(`${START}&scope=%s`, inStrings)).toEqual(['read_fuel']);
		expect(asked(`${START}&scope=`, inStrings)).toEqual([]);
		expect(asked(START, inStrings)).toEqual([]);
	});

	it('is written with it', () => {
		for (const link of [START, `${START}&`, `${START}&scope=`]) {
			expect(read(link, FROM_CODE).fix).toBe(`${START}&scope=required:read_fuel`);
		}
		expect(read(`${START}&scope=$&&state=a`, FROM_CODE).fix).toBeNull();
	});

	it('asks for nothing without any code', () => {
		expect(asked(`${START}&scope={scope}`)).toEqual([]);
		expect(read(`${START}&scope={scope}`).problems).toEqual([]);
		expect(read(`${START}&scope={scope}`).fix).toBeNull();
	});
});

describe('what is said of a link', () => {
	const findings = (link: string) => {
		const request = read(link).request;
		const own = request?.parameters.flatMap(({ name, findings: about }) =>
			about.map(({ code }) => `${name}: ${code}`)
		);
		return [...(own ?? []), ...(request?.findings ?? []).map(({ code }) => code)];
	};

	it.each([
		[`${START}&scope=read_vin`, []],
		[`${START}&scope=read_vin&make=<make>`, ['make: placeholder']],
		[`${START}&scope=read_vin&make=nonsense`, ['make: unknown-make']],
		[`${START}&scope=read_vin&colour=red`, ['colour: unknown-parameter']],
		[`${START}&scope=read_vin#a`, ['fragment']]
	])('stands with its parameter: %s', (link, said) => {
		expect(findings(link)).toEqual(said);
	});

	it('stands apart where the parameter is listed by its other name', () => {
		const link = `${START}&scope=read_vin&application_id=${VEHICLE_ID}`;
		expect(findings(link)).toEqual(['repeated-differently']);
	});

	it('is in words for what Connect does not know', () => {
		const parameters = read(`${START}&colour=red`).request?.parameters ?? [];
		expect(parameters.at(-1)).toMatchObject({
			name: 'colour',
			value: 'red',
			meaning: 'Connect does not know it.'
		});
	});

	it('is nothing but the reason where it is no link', () => {
		expect(read('https://a.example/#a=b')).toMatchObject({ request: null, fix: null });
		expect(read('https://a.example/#a=b').problems).toHaveLength(1);
	});
});
