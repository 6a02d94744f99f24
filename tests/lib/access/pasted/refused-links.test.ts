import { describe, expect, it } from 'vitest';
import { CLIENT_ID, CONNECT, expectPutRight, read, said, START } from './context.ts';

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
			['error no-response-type'],
			`${START}&scope=read_vin`
		],
		[
			'a brand in small letters',
			`${START}&scope=read_vin&make=tesla`,
			'read_vin',
			['warning make-form'],
			`${START}&scope=read_vin&make=TESLA`
		]
	])('%s', (_what, ...row) => {
		expectPutRight(row);
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
});
