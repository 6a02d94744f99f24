import { describe, it } from 'vitest';
import { CLIENT_ID, CONNECT, expectPutRight, START } from './context.ts';

describe('a query that Connect would read otherwise is told and written right', () => {
	it.each([
		[
			'a scope by another name',
			`${START}&SCOPE=read_vin`,
			'read_vin',
			['error scope-name'],
			`${START}&scope=read_vin`
		],
		[
			'a scope that is a list with quotation marks',
			`${START}&scope=["read_vin", "required:read_odometer"]&state=x`,
			'required:read_odometer read_vin',
			['error scope-form'],
			`${START}&scope=required:read_odometer%20read_vin&state=x`
		],
		[
			'an empty list as scope',
			`${START}&scope=[]&state=x`,
			'',
			['error scope-form', 'warning empty-scope'],
			`${START}&state=x`
		],
		[
			'a second question mark',
			`${CONNECT}?response_type=code?client_id=${CLIENT_ID}&scope=read_vin`,
			'read_vin',
			['error parameter-separator'],
			`${START}&scope=read_vin`
		],
		[
			'semicolons',
			`${CONNECT}?response_type=code;client_id=${CLIENT_ID};scope=read_vin`,
			'read_vin',
			['error parameter-separator'],
			`${START}&scope=read_vin`
		]
	])('%s', (_what, ...row) => {
		expectPutRight(row);
	});
});
