import { REFUSE_PARAMETER, refusalLink } from '#lib/access/connect-url/refuse.ts';
import { describe, expect, it } from 'vitest';

const CLIENT = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

describe('refusalLink', () => {
	it('asks for the scope in the sandbox and names what is refused, in scope order', () => {
		expect(
			refusalLink(CLIENT, 'required:read_odometer read_location read_vin', [
				'read_vin',
				'read_location'
			])
		).toBe(
			`/sandbox/start?response_type=code&client_id=${CLIENT}` +
				'&scope=required:read_odometer%20read_location%20read_vin&approval_prompt=force' +
				'&valetkey_refuse=read_location%20read_vin'
		);
	});

	it('reads back as the parameter that the sandbox looks for', () => {
		const link = refusalLink(CLIENT, 'read_vin read_tires', ['read_vin']);
		const { searchParams } = new URL(link, 'http://127.0.0.1');
		expect(searchParams.get(REFUSE_PARAMETER)).toBe('read_vin');
		expect(searchParams.get('approval_prompt')).toBe('force');
	});
});
