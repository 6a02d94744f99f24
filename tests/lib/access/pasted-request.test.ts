import { MAKES } from '#lib/access/catalog/makes.ts';
import { readPastedRequest } from '#lib/access/pasted-request.ts';
import { describe, expect, test } from 'vitest';

const CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const CONTEXT = {
	application: {
		clientId: CLIENT_ID,
		redirectUris: [{ uri: 'https://example.com/callback', isDefault: true }]
	},
	makes: MAKES
};
const LINK = `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=${CLIENT_ID}`;

const read = (text: string) => readPastedRequest(text, CONTEXT);
const namesOf = (text: string) =>
	read(text).request?.permissions.map(({ name, required }) => (required ? `${name}!` : name));

describe('what is asked is read', () => {
	test.each([
		['a scope', 'required:read_odometer read_battery', ['read_battery', 'read_odometer!']],
		[
			'a scope from a URL',
			'required%3Aread_odometer+read_battery',
			['read_battery', 'read_odometer!']
		],
		['a link', `${LINK}&scope=read_odometer%20read_battery`, ['read_battery', 'read_odometer']],
		['a query alone', 'response_type=code&scope=read_vin', ['read_vin']],
		['a link without a scope', LINK, []]
	])('from %s', (_what, text, names) => {
		expect(namesOf(text)).toEqual(names);
		expect(read(text).problems).toEqual([]);
	});
});

describe('what cannot be turned into a selection says why', () => {
	test.each([
		['nothing', ' \n', '', /^Paste a scope or a Connect URL\.$/],
		['a mistyped permission', 'read_odometr', '', /did you mean “read_odometer”\?$/],
		[
			'the same in a link',
			`${LINK}&scope=read_odometr`,
			'scope',
			/did you mean “read_odometer”\?$/
		],
		['half a character', '\ud83d', '', /^Nothing in it can be seen\./],
		['another address', 'https://example.com/', '', /^This is no Connect URL/]
	])('for %s', (_what, text, path, message) => {
		const [problem] = read(text).problems;
		expect(problem?.path).toBe(path);
		expect(problem?.message).toMatch(message);
	});

	test('and what was understood is explained all the same', () => {
		expect(namesOf('read_odometr read_vin')).toEqual(['read_vin']);
		expect(namesOf(`${LINK}&scope=read_odometr+read_vin`)).toEqual(['read_vin']);
	});

	test('and lists no more faults than anybody reads', () => {
		const words = Array.from({ length: 5000 }, (_, index) => `word${index}`).join(' ');
		expect(read(words).problems.length).toBeLessThanOrEqual(20);
	});
});

describe('a link’s parameters', () => {
	test('are explained with their values, in our own order, unknown ones last', () => {
		const { request } = read(`${LINK}&colour=red&mode=simulated&scope=read_vin`);
		const present = request?.parameters.filter(({ value }) => value !== null);
		expect(present?.map(({ name }) => name)).toEqual([
			'response_type',
			'client_id',
			'scope',
			'mode',
			'colour'
		]);
		expect(present?.map(({ meaning }) => meaning)).toContain(
			'Simulated vehicles; any sign-in works.'
		);
	});

	test('that are left out are explained too', () => {
		const { request } = read(LINK);
		const make = request?.parameters.find(({ name }) => name === 'make');
		expect(make).toMatchObject({ value: null, meaning: 'The owner picks the brand.' });
	});

	test('carry their own findings', () => {
		const { request } = read(`${LINK}&make=TESLLA&redirect_uri=https://example.com/Callback`);
		const findings = (name: string) =>
			request?.parameters
				.find((parameter) => parameter.name === name)
				?.findings.map(({ message }) => message)
				.join(' ');
		expect(findings('make')).toContain('TESLA');
		expect(findings('redirect_uri')).toContain('https://example.com/callback');
		expect(request?.findings).toEqual([]);
	});

	test('a link for signing in again asks for nothing', () => {
		const { request } = read(
			'https://connect.smartcar.com/oauth/reauthenticate?response_type=vehicle_id&vehicle_id=x'
		);
		expect(request).toMatchObject({ reauthenticates: true, permissions: [] });
	});
});
