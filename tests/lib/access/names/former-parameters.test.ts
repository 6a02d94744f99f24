import { formerParameter } from '#lib/access/names/former-parameters.ts';
import { describe, expect, it } from 'vitest';

/** As a query writes it. */
const written = (name: string, value: string) => {
	const write = formerParameter(name, value)?.write;
	return write && `${write.name}=${write.value}`;
};

describe('a parameter that Connect does not read is written', () => {
	it.each([
		['mock', 'true', 'mode=simulated'],
		['mock', 'false', 'mode=live'],
		['test', 'true', 'mode=simulated'],
		['isTest', '1', 'mode=simulated'],
		['sandbox', 'true', 'mode=simulated'],
		['environment', 'sandbox', 'mode=simulated'],
		['environment', 'staging', 'mode=simulated'],
		['env', 'Production', 'mode=live'],
		['force_prompt', 'true', 'approval_prompt=force'],
		['prompt', 'consent', 'approval_prompt=force'],
		['prompt', 'none', 'approval_prompt=auto'],
		['single_select[enabled]', 'true', 'single_select=true'],
		['vin', '5YJSA1E14FF101307', 'single_select_vin=5YJSA1E14FF101307'],
		['oem', 'TESLA', 'make=TESLA'],
		['country', 'DE', 'flags=country:DE']
	])('%s=%s as %s', (name, value, right) => {
		expect(written(name, value)).toBe(right);
	});

	it('not at all, where it is a secret', () => {
		expect(formerParameter('client_secret', 'x')?.write).toBeNull();
	});
});

it.each([
	['mock', /2017/],
	['test_mode', /option of an SDK/],
	['prompt', /OpenID Connect/],
	['development', /not what Connect calls it/],
	['sandbox', /not what Connect calls it/],
	['brand', /not what Connect calls it/]
])('says of %s only what is known: %s', (name, why) => {
	expect(formerParameter(name, 'true')?.why).toMatch(why);
});
