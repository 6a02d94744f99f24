import { describe, expect, it } from 'vitest';
import { expectPutRight, read, START } from './context.ts';

describe('a parameter by another name is said, and written right', () => {
	it.each([
		[
			'a name in another spelling',
			`${START}&scope=read_vin&approvalPrompt=force`,
			'read_vin',
			['warning former-parameter'],
			`${START}&scope=read_vin&approval_prompt=force`
		],
		[
			'simulated vehicles of 2017',
			`${START}&scope=read_vin&mock=true`,
			'read_vin',
			['warning former-parameter'],
			`${START}&scope=read_vin&mode=simulated`
		],
		[
			'test mode',
			`${START}&scope=read_vin&test_mode=true`,
			'read_vin',
			['warning former-parameter'],
			`${START}&scope=read_vin&mode=simulated`
		],
		[
			'test mode that is off',
			`${START}&scope=read_vin&testMode=false`,
			'read_vin',
			['warning former-parameter'],
			`${START}&scope=read_vin&mode=live`
		],
		[
			'a former name beside the right one',
			`${START}&scope=read_vin&mode=live&mock=true`,
			'read_vin',
			['warning former-parameter'],
			`${START}&scope=read_vin&mode=live`
		],
		[
			'a forced prompt',
			`${START}&scope=read_vin&force_prompt=true`,
			'read_vin',
			['warning former-parameter'],
			`${START}&scope=read_vin&approval_prompt=force`
		],
		[
			'an option of an SDK',
			`${START}&scope=read_vin&single_select[enabled]=true`,
			'read_vin',
			['warning former-parameter'],
			`${START}&scope=read_vin&single_select=true`
		],
		[
			'a secret',
			`${START}&scope=read_vin&client_secret=x`,
			'read_vin',
			['error former-parameter'],
			`${START}&scope=read_vin`
		]
	])('%s', (_what, ...row) => {
		expectPutRight(row);
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
