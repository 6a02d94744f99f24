import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import { expect, it } from 'vitest';

it.each([
	['/oauth/reauthenticat', 'reauthenticate'],
	['/oauth/autorize', 'authorize'],
	['/something/else', 'authorize']
])('the address %s is taken for the nearest one', (path, meant) => {
	const { parameters, problems } = parseConnectUrl(`https://a.example${path}?response_type=code`);
	expect(parameters.path).toBe(meant);
	expect(problems[0]?.message).toContain(`write “/oauth/${meant}”`);
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
