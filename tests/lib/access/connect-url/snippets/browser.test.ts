import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { clientId, LIVE, PARAMETER_SETS, SANDBOX, snippet } from './parameter-sets.ts';

type Values = Readonly<Record<string, unknown>>;

const APP = 'https://app.example';

/** Runs the snippet with a stand-in for the SDK that only notes what it is told. */
function call(parameters: ConnectParameters, target = LIVE) {
	const told: { setup: Values; options: Values; link: unknown } = {
		setup: {},
		options: {},
		link: ''
	};
	class Smartcar {
		constructor(values: Values) {
			told.setup = values;
		}
		getAuthUrl(): string {
			return 'https://connect.smartcar.com/link?state=a+b';
		}
		addClickHandler(values: Values): void {
			told.options = values;
			told.link = this.getAuthUrl();
		}
	}
	const { code } = snippet('browser', buildConnectUrl(parameters), target);
	const run: unknown = new Script(
		`(Smartcar, location) => {${code.replace(/^import .*$/m, '')}}`
	).runInThisContext();
	if (typeof run !== 'function') throw new TypeError('The snippet is no code');
	Reflect.apply(run, undefined, [Smartcar, { origin: APP }]);
	return told;
}

describe('the browser snippet', () => {
	test.each(PARAMETER_SETS)('hands every value over unchanged: %s', (_, parameters) => {
		const { setup, options } = call(parameters);
		expect(setup.applicationId).toBe(parameters.clientId);
		expect(setup.scope).toEqual(parameters.scope?.split(' '));
		expect(setup.externalId).toBe(parameters.externalId);
		expect(options.state).toBe(parameters.state);
		expect(options.user).toBe(parameters.user);
		expect(options.flags).toEqual(parameters.flags?.split(' '));
		expect(options.vehicleInfo).toEqual(parameters.make && { make: parameters.make });
	});

	test.each([
		[LIVE, 'https://connect.smartcar.com/link?state=a+b'],
		[SANDBOX, 'http://127.0.0.1:3000/link?state=a+b']
	])('leads the links of the SDK to where they belong: %j', (target, led) => {
		expect(call({ clientId }, target).link).toBe(led);
	});

	test('appends what the SDK has no option for', () => {
		const vin = '5YJSA1E14FF101307';
		const { link, options } = call({ clientId, singleSelectVin: vin }, SANDBOX);
		expect(options.singleSelect).toBeUndefined();
		expect(link).toBe(`http://127.0.0.1:3000/link?state=a+b&single_select_vin=${vin}`);
		expect(call({ clientId, singleSelectVin: vin }).link).toBe(
			`https://connect.smartcar.com/link?state=a+b&single_select_vin=${vin}`
		);
	});

	test.each([
		[LIVE, `https://javascript-sdk.smartcar.com/v2/redirect?app_origin=${APP}`],
		[SANDBOX, `http://127.0.0.1:3000/sandbox/redirect?app_origin=${APP}`]
	])('ends at the page that hands the answer over: %j', (target, page) => {
		const parameters = { clientId, redirectUri: 'https://example.com/callback' };
		expect(call(parameters, target).setup.redirectUri).toBe(page);
		expect(snippet('browser', buildConnectUrl(parameters), target).note).toContain('register');
	});

	test('keeps a redirect URI that leads to such a page', () => {
		const own = 'https://app.example/handover?app_origin=https://app.example';
		const parameters = { clientId, redirectUri: own };
		expect(call(parameters, SANDBOX).setup.redirectUri).toBe(own);
		expect(snippet('browser', buildConnectUrl(parameters)).note).not.toContain('register');
	});

	test('needs no redirect URI where no code comes back', () => {
		const { setup } = call({ clientId, responseType: 'none' });
		expect(setup.redirectUri).toBeUndefined();
		expect(setup.responseType).toBe('none');
	});

	test('names the external id once, as an option of the SDK', () => {
		const { setup, link } = call({ clientId, externalId: 'u 1' }, SANDBOX);
		expect(setup.externalId).toBe('u 1');
		expect(link).not.toContain('external_id');
		expect(call({ clientId }).setup).not.toHaveProperty('externalId');
	});
});
