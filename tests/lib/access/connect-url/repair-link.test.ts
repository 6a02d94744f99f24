import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import { repairLink } from '#lib/access/connect-url/repair-link.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../support/any-text.ts';

const START = 'https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=x';

describe('repairLink', () => {
	it.each([
		['&scope=read_vin%2520read_odometer', 'read_vin read_odometer', 'read_vin%20read_odometer'],
		['&scope=read_vin%252520read_odometer', 'read_vin read_odometer', 'read_vin%2520read_odometer'],
		['&scope=required%253Aread_vin', 'required:read_vin', 'required%3Aread_vin'],
		['&scope=read_vin%2Bread_odometer', 'read_vin read_odometer', 'read_vin+read_odometer']
	])('writes the scope of %s as %s, and says what the platform reads', (rest, scope, sent) => {
		const { link, repairs } = repairLink(START + rest);
		expect(parseConnectUrl(link).parameters.scope).toBe(scope);
		expect(repairs).toEqual([
			{
				parameter: 'scope',
				severity: 'error',
				code: 'encoded-twice',
				message: `It is encoded more than once, so that the platform reads the one name “${sent}” and refuses it; write scope=${scope.replace(' ', '%20')}.`
			}
		]);
	});

	it('writes a redirect URI that is encoded as a whole twice', () => {
		const { link, repairs } = repairLink(
			`${START}&redirect_uri=https%253A%252F%252Fexample.com%252Fcb%253Fa%253D1%252B1`
		);
		expect(parseConnectUrl(link).parameters.redirectUri).toBe('https://example.com/cb?a=1+1');
		expect(repairs).toMatchObject([{ parameter: 'redirect_uri', code: 'encoded-twice' }]);
	});

	it.each(['&amp;', '&AMP;', '&#38;', '&#x26;'])('writes %s as “&”', (entity) => {
		const { link, repairs } = repairLink(START.replaceAll('&', entity));
		expect(link).toBe(START);
		expect(repairs).toEqual([
			{
				parameter: null,
				severity: 'error',
				code: 'html-entity',
				message: `“${entity}” stands for “&”, as in the source of a page; a browser would send a name that begins with “${entity.slice(1)}”, which Connect does not know. Write “&”.`
			}
		]);
	});

	it.each([
		[
			'a value that holds a percent sign of its own',
			'&redirect_uri=https%3A%2F%2Fa.example%2F%2520'
		],
		['an escaped sign in another parameter', '&state=a%2520b%2Bc&user=%253A'],
		['a scope in a form', '&scope=read_vin+required%3Aread_odometer'],
		['a parameter whose name only ends alike', '&my_scope=a%2520b']
	])('leaves %s alone', (_, rest) => {
		expect(repairLink(START + rest)).toEqual({ link: START + rest, repairs: [] });
	});

	it('leaves our own links alone, and never throws', () => {
		const text = anyText();
		fc.assert(
			fc.property(
				text,
				text,
				fc.constantFrom('read_vin', 'required:read_vin read_fuel'),
				(state, user, scope) => {
					const own = buildConnectUrl({ clientId: 'x', state, user, scope });
					expect(repairLink(own)).toEqual({ link: own, repairs: [] });
					repairLink(state);
				}
			)
		);
	});
});
