import { describe, expect, it } from 'vitest';
import { CLIENT_ID, CONNECT, read, said, START, understood } from './context.ts';

const TWO = 'read_odometer read_vin';

/** Value of a parameter as it was understood. */
const value = (text: string, name: string) =>
	read(text).request?.parameters.find((parameter) => parameter.name === name)?.value;

describe('what the platform would not read so is said, and written right', () => {
	it.each([
		[
			'a scope encoded twice',
			`${START}&scope=read_vehicle_info%2520read_odometer`,
			'read_odometer read_vehicle_info',
			['error encoded-twice'],
			`${START}&scope=read_vehicle_info%20read_odometer`
		],
		[
			'a prefix encoded twice',
			`${START}&scope=required%253Aread_odometer`,
			'required:read_odometer',
			['error encoded-twice'],
			`${START}&scope=required:read_odometer`
		],
		[
			'a literal plus',
			`${START}&scope=read_vehicle_info%2Bread_odometer`,
			'read_odometer read_vehicle_info',
			['error encoded-twice'],
			`${START}&scope=read_vehicle_info%20read_odometer`
		],
		[
			'entities',
			`?response_type=code&amp;client_id=${CLIENT_ID}&amp;scope=read_odometer&amp;state=abc`,
			'read_odometer',
			['error html-entity'],
			`${START}&scope=read_odometer&state=abc`
		],
		[
			'commas',
			`${START}&scope=read_vin,read_odometer`,
			TWO,
			['error scope-form'],
			`${START}&scope=read_odometer%20read_vin`
		],
		[
			'an array',
			`${START}&scope=%5B%22read_vin%22%5D`,
			'read_vin',
			['error scope-form'],
			`${START}&scope=read_vin`
		],
		[
			'capitals',
			`${START}&scope=READ_VIN`,
			'read_vin',
			['error scope-form'],
			`${START}&scope=read_vin`
		],
		[
			'a former spelling',
			`${START}&scope=control_security:lock`,
			'control_security',
			['error scope-form'],
			`${START}&scope=control_security`
		],
		[
			'a scope of several values',
			`${START}&scope[]=read_vin&scope[]=read_odometer`,
			TWO,
			['error several-scopes'],
			`${START}&scope=read_odometer%20read_vin`
		],
		[
			'two scopes',
			`${START}&scope=read_vin&scope=read_odometer`,
			TWO,
			['error several-scopes'],
			`${START}&scope=read_odometer%20read_vin`
		],
		[
			'an empty scope',
			`${START}&scope=&state=x&mode=live`,
			'',
			['warning empty-scope'],
			`${START}&state=x&mode=live`
		],
		[
			'a fragment',
			`${START}&scope=read_vin#top`,
			'read_vin',
			['warning fragment'],
			`${START}&scope=read_vin`
		],
		[
			'a scope behind #',
			`${START}#scope=read_vin`,
			'read_vin',
			['error fragment'],
			`${START}&scope=read_vin`
		],
		[
			'a # in a value',
			`${START}&state=a#b&scope=read_vin`,
			'read_vin',
			['error fragment'],
			`${START}&state=a%23b&scope=read_vin`
		],
		[
			'a # of a colour',
			`${START}&flags=color:#00819D&scope=read_vin`,
			'read_vin',
			['error fragment'],
			`${START}&flags=color:00819D&scope=read_vin`
		],
		[
			'two slashes',
			`${START.replace('.com/', '.com//')}&scope=read_vin`,
			'read_vin',
			['warning double-slash'],
			`${START}&scope=read_vin`
		],
		[
			'no question mark',
			`${START.replace('?', '&')}&scope=read_vin`,
			'read_vin',
			['error no-question-mark'],
			`${START}&scope=read_vin`
		],
		[
			'another host of the platform',
			`${START.replace('connect.', 'auth.')}&scope=read_vin`,
			'read_vin',
			['warning other-origin'],
			`${START}&scope=read_vin`
		],
		[
			'no response type',
			`${CONNECT}?client_id=${CLIENT_ID}&scope=read_vin`,
			'read_vin',
			['error missing'],
			`${START}&scope=read_vin`
		],
		[
			'a brand in small letters',
			`${START}&scope=read_vin&make=tesla`,
			'read_vin',
			['warning make-form'],
			`${START}&scope=read_vin&make=TESLA`
		],
		[
			'a name in another spelling',
			`${START}&scope=read_vin&approvalPrompt=force`,
			'read_vin',
			['warning former-name'],
			`${START}&scope=read_vin&approval_prompt=force`
		],
		[
			'simulated vehicles of 2017',
			`${START}&scope=read_vin&mock=true`,
			'read_vin',
			['warning former-name'],
			`${START}&scope=read_vin&mode=simulated`
		],
		[
			'test mode',
			`${START}&scope=read_vin&test_mode=true`,
			'read_vin',
			['warning former-name'],
			`${START}&scope=read_vin&mode=simulated`
		],
		[
			'test mode that is off',
			`${START}&scope=read_vin&testMode=false`,
			'read_vin',
			['warning former-name'],
			`${START}&scope=read_vin&mode=live`
		],
		[
			'a former name beside the right one',
			`${START}&scope=read_vin&mode=live&mock=true`,
			'read_vin',
			['warning former-name'],
			`${START}&scope=read_vin&mode=live`
		],
		[
			'a forced prompt',
			`${START}&scope=read_vin&force_prompt=true`,
			'read_vin',
			['warning former-name'],
			`${START}&scope=read_vin&approval_prompt=force`
		],
		[
			'an option of an SDK',
			`${START}&scope=read_vin&single_select[enabled]=true`,
			'read_vin',
			['warning former-name'],
			`${START}&scope=read_vin&single_select=true`
		],
		[
			'a secret',
			`${START}&scope=read_vin&client_secret=x`,
			'read_vin',
			['error former-name'],
			`${START}&scope=read_vin`
		]
	])('%s', (_what, text, scope, codes, fix) => {
		expect(understood(text)).toBe(scope);
		expect(said(text)).toEqual(codes);
		const fixed = read(text).fix;
		expect(fixed).toBe(fix);
		// Nothing is left to put right, and nothing else is asked for.
		expect(understood(fixed ?? '')).toBe(scope);
		expect(read(fixed ?? '').fix).toBeNull();
	});

	it.each([
		[
			`${START}&scope=read_odometer+read_location&state=%7B%22userId%22%3A+%22u+1%22%7D`,
			'{"userId": "u 1"}'
		],
		[`${START}&scope=read_vin&state=s1%3Ds2%26s2+%3D%3F`, 's1=s2&s2 =?'],
		[`${START}&scope=read_vin&state=eyJpZCI6IjEifQ==`, 'eyJpZCI6IjEifQ==']
	])('nothing of %s', (text, state) => {
		expect(value(text, 'state')).toBe(state);
		expect(said(text)).toEqual([]);
		expect(read(text).fix).toBeNull();
	});

	it.each([
		[
			'mock',
			'mock=true',
			'“mock” is ignored by Connect. It is a name of 2017 for simulated vehicles. Write mode=simulated.'
		],
		[
			'force_prompt',
			'force_prompt=true',
			'“force_prompt” is ignored by Connect. It is an option of an SDK, which writes another name into the link. Write approval_prompt=force.'
		],
		[
			'client_secret',
			'client_secret=x',
			'“client_secret” is ignored by Connect. A secret must never stand in a link: whoever opens the link can read it. Remove it.'
		],
		['colour', 'colour=red', '“colour” is no parameter of Connect and is ignored; remove it.']
	])('%s in words', (name, pair, message) => {
		const parameters = read(`${START}&${pair}`).request?.parameters ?? [];
		const findings = parameters.find((parameter) => parameter.name === name)?.findings;
		expect(findings?.map((finding) => finding.message)).toEqual([message]);
	});
});
