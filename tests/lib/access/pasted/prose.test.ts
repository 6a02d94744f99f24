import { describe, expect, it } from 'vitest';
import { aside, understood } from './context.ts';

const TWO = 'read_odometer read_vin';

describe('a string that speaks of a permission beside strings that hold names', () => {
	it.each([
		[
			'in Terraform',
			`variable "x" {\n  description = "Asked for, e.g. read_location"\n  default = ["read_vin", "read_odometer"]\n}`
		],
		[
			'in a Postman collection',
			`{"auth": [{"key": "scope", "value": "read_vin read_odometer"}], "description": "later read_location"}`
		],
		[
			'in code',
			`const NEEDED = ['read_vin', 'read_odometer']; log('read_location is not asked for');`
		]
	])('asks for nothing: %s', (_, text) => {
		expect(understood(text)).toBe(TWO);
		expect(aside(text)).toContain(
			'read_location: It stands outside of the scope, so nothing asks for it.'
		);
	});

	it('is all there is, and so asks', () => {
		expect(understood(`log("asks for read_vin and read_odometer")`)).toBe(TWO);
	});
});
