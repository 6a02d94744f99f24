import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { clientId, PARAMETER_SETS, snippet } from './parameter-sets.ts';

type Values = Readonly<Record<string, unknown>>;

/** Runs the snippet with a stand-in for the SDK that only notes what it is told. */
function call(parameters: ConnectParameters) {
	let setup: Values = {};
	let options: Values = {};
	class Smartcar {
		constructor(values: Values) {
			setup = values;
		}
		getAuthUrl(values: Values = {}): string {
			options = values;
			return 'link';
		}
	}
	const code = snippet('browser', buildConnectUrl(parameters)).replace(/^import .*$/m, '');
	const run: unknown = new Script(`(Smartcar) => {${code}\nreturn link; }`).runInThisContext();
	if (typeof run !== 'function') throw new TypeError('The snippet is no code');
	const link: unknown = Reflect.apply(run, undefined, [Smartcar]);
	return { setup, options, link };
}

describe('the browser snippet', () => {
	test.each(PARAMETER_SETS)('hands every value over unchanged: %s', (_, parameters) => {
		const { setup, options } = call(parameters);
		expect(setup.applicationId).toBe(parameters.clientId);
		expect(setup.redirectUri).toBe(parameters.redirectUri);
		expect(setup.scope).toEqual(parameters.scope?.split(' '));
		expect(setup.externalId).toBe(parameters.externalId);
		expect(options.state).toBe(parameters.state);
		expect(options.user).toBe(parameters.user);
		expect(options.flags).toEqual(parameters.flags?.split(' '));
		expect(options.vehicleInfo).toEqual(parameters.make && { make: parameters.make });
	});

	test('appends what the SDK has no option for', () => {
		const { link, options } = call({ clientId, singleSelectVin: '5YJSA1E14FF101307' });
		expect(options.singleSelect).toBeUndefined();
		expect(link).toBe('link&single_select_vin=5YJSA1E14FF101307');
	});
});
