import { isConnectError } from '#lib/connect/connect-errors.ts';
import { expect, it } from 'vitest';

it.each([
	['access_denied', true],
	['configuration_error', true],
	['invalid_request', false],
	['granted', false],
	['', false],
	['toString', false]
])('%j is one of the seven errors of Connect: %s', (name, expected) => {
	expect(isConnectError(name)).toBe(expected);
});
