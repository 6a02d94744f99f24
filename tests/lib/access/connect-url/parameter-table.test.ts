import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { CONNECT_PARAMETERS } from '#lib/access/connect-url/parameter-table.ts';
import type { ConnectParameters, ParameterKey } from '#lib/access/connect-url/parameters.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import { describe, expect, it } from 'vitest';
import { clientId, context, findings } from './checks/check-table.ts';

/** Of each parameter a link that is worth a word about it; a new parameter needs one too. */
const WORTH_A_WORD: Readonly<Record<ParameterKey, ConnectParameters>> = {
	responseType: { responseType: 'token' },
	clientId: { clientId: 'mine' },
	vehicleId: { vehicleId: 'mine' },
	scope: { scope: 'read_everything' },
	redirectUri: { redirectUri: 'example.com' },
	state: { state: 's'.repeat(3000) },
	approvalPrompt: { approvalPrompt: 'always' },
	mode: { mode: 'dream' },
	make: { make: 'ZZZZZZ' },
	singleSelect: { singleSelect: 'yes' },
	singleSelectVin: { singleSelectVin: 'short' },
	flags: { flags: ':' },
	user: { user: 'x' },
	externalId: { externalId: 'null' },
	appOrigin: { appOrigin: 'https://example.com' },
	// SDKs write these two by themselves: what else may be wrong is a sign that nobody sees.
	sdkPlatform: { sdkPlatform: 'web\u0000' },
	sdkVersion: { sdkVersion: '1\u0000' }
};

const each = CONNECT_PARAMETERS.map((facts) => [facts.name, facts] as const);

describe('a parameter of Connect', () => {
	it('has a row in the table, and one only', () => {
		const keys = CONNECT_PARAMETERS.map(({ key }) => key);
		expect([...keys].sort()).toEqual(Object.keys(WORTH_A_WORD).sort());
		const names = CONNECT_PARAMETERS.flatMap(({ name, otherName = [] }) =>
			[name, otherName].flat()
		);
		expect(names).toEqual([...new Set(names)]);
	});

	it.each(each)('%s is read from a link, by each of its names', (_, facts) => {
		const path = facts.only ?? 'authorize';
		for (const name of [facts.name, facts.otherName ?? facts.name]) {
			const query = new URLSearchParams({ [name]: facts.example });
			const { parameters } = parseConnectUrl(`https://connect.smartcar.com/oauth/${path}?${query}`);
			expect(parameters[facts.key]).toBe(facts.example);
		}
	});

	it.each(each)('%s is written into a link', (_, facts) => {
		const url = new URL(
			buildConnectUrl({ clientId, path: facts.only ?? 'authorize', [facts.key]: facts.example })
		);
		expect(url.searchParams.get(facts.name)).toBe(facts.example);
	});

	it.each(each)('%s is checked: there is a word about a wrong one', (name, { key, otherName }) => {
		const about = findings(WORTH_A_WORD[key], context).filter((line) =>
			[name, otherName].includes(line.split(' ')[1]?.replace(/:$/, ''))
		);
		expect(about).not.toEqual([]);
	});

	it.each(each)('%s is explained in whole sentences', (_, { label, purpose, absent, note }) => {
		expect(label).toMatch(/^[A-Z]/);
		for (const text of [purpose, absent, note ?? absent]) expect(text).toMatch(/^[A-Z].+\.$/);
	});

	it.each(each)('%s lists its default among its values, if both are named', (_, facts) => {
		const values = facts.values?.map(({ value }) => value);
		if (facts.default !== undefined && values) expect(values).toContain(facts.default);
	});
});
