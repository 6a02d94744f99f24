import {
	configurationError,
	connectError,
	connectErrorWords
} from '#lib/connect/connect-errors.ts';
import { describe, expect, it } from 'vitest';

describe('connectErrorWords', () => {
	it.each([
		['access_denied', 'User denied access to application.'],
		['no_vehicles', 'No vehicles found. Please add vehicles to your account and try again.'],
		['invalid_request', null],
		['granted', null],
		['', null],
		['toString', null]
	])('of %j are %j', (outcome, words) => {
		expect(connectErrorWords(outcome)).toBe(words);
	});
});

describe('connectError', () => {
	it('says the platform’s words, and more where there is more', () => {
		expect(connectError('access_denied')).toEqual({
			error: 'access_denied',
			description: 'User denied access to application.',
			extra: {}
		});
		expect(connectError('vehicle_incompatible', { vin: 'V' }).extra).toEqual({ vin: 'V' });
	});

	it('tells of a wrong use of Connect with its status', () => {
		expect(configurationError('Not so.')).toEqual({
			error: 'configuration_error',
			description: 'Connect was used in a way that it does not allow.',
			extra: { status_code: '400', error_message: 'Not so.' }
		});
	});
});
