import { describeFault } from '#lib/access/connect-url/finding-words.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import { expect, it } from 'vitest';

it.each([
	['/oauth/reauthenticat', 'reauthenticate'],
	['/oauth/autorize', 'authorize'],
	['/something/else', 'authorize']
])('the address %s is taken for the nearest one', (path, meant) => {
	const { parameters, problems } = parseConnectUrl(`https://a.example${path}?response_type=code`);
	expect(parameters.path).toBe(meant);
	expect(problems.map(describeFault)[0]).toContain(`write “/oauth/${meant}”`);
});

it.each([
	['a=', 'a', ''],
	['a', 'a', ''],
	['=b', '', 'b'],
	[' a=b ', 'a', 'b'],
	['a=b=c', 'a', 'b=c']
])('the pair “%s” of a query has a name and a value', (pair, name, value) => {
	const { unknown } = parseConnectUrl(`?response_type=code&&${pair}&`);
	expect(unknown).toMatchObject([{ name, value }]);
});

it('the first of two values counts, of what Connect knows and of what it does not', () => {
	const { parameters, unknown } = parseConnectUrl('?state=a&state=b&colour=red&colour=blue');
	expect(parameters.state).toBe('a');
	expect(unknown).toMatchObject([{ name: 'colour', value: 'red' }]);
});

it.each([
	['client_id=a', 'client_id'],
	['application_id=a', 'application_id'],
	['application_id=a&client_id=b', 'application_id']
])('the name of the client id is kept: %s', (query, name) => {
	expect(parseConnectUrl(`?${query}`).parameters.idParameter).toBe(name);
});

it('no name is kept where there is no client id', () => {
	expect(parseConnectUrl('?state=a').parameters).not.toHaveProperty('idParameter');
});

it('an address may be broken from its query by a line', () => {
	expect(parseConnectUrl('/oauth/authorize\n?response_type=code').problems).toEqual([]);
});

it('at most fifty problems are told', () => {
	const told = (count: number) =>
		parseConnectUrl(`?response_type=code&state=%${'&state=%'.repeat(count - 1)}`).problems.length;
	expect([49, 50, 51, 500].map(told)).toEqual([49, 50, 50, 50]);
});

it.each([
	['mock=true', 'warning', 'Write mode=simulated.'],
	['client_secret=a', 'error', 'Remove it.']
])('another name is a warning where Connect has one, else an error: %s', (query, severity, end) => {
	const [problem] = parseConnectUrl(`?response_type=code&${query}`).problems;
	expect(problem).toMatchObject({ severity, code: 'former-parameter' });
	expect(problem && describeFault(problem).endsWith(end)).toBe(true);
});
