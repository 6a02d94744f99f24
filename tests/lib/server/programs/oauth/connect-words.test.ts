import {
	CONNECT_ERRORS,
	type ErrorAnswer,
	type RequestFault
} from '#lib/connect/connect-errors.ts';
import { wordAnswer, wordConnectError } from '#lib/server/programs/oauth/connect-words.ts';
import { describe, expect, it } from 'vitest';

describe('wordConnectError', () => {
	it('has the platform’s words, to the letter', () => {
		expect(CONNECT_ERRORS.map((error) => [error, wordConnectError(error)])).toEqual([
			['access_denied', 'User denied access to application.'],
			['vehicle_incompatible', "The user's vehicle is not compatible."],
			['invalid_subscription', 'User does not have an active connected vehicle subscription'],
			['no_vehicles', 'No vehicles found. Please add vehicles to your account and try again.'],
			['configuration_error', 'Connect was used in a way that it does not allow.'],
			['server_error', 'Unexpected server error. Please try again.'],
			[
				'user_manually_returned_to_application',
				'The user exited Connect before granting your application access'
			]
		]);
	});
});

/** One of each code. */
const REQUEST_FAULTS: { readonly [C in RequestFault['code']]: Extract<RequestFault, { code: C }> } =
	{
		repeated: { code: 'repeated', parameter: 'state' },
		'no-response-type': { code: 'no-response-type' },
		'response-type': { code: 'response-type', path: 'authorize' },
		carrier: { code: 'carrier', carrier: 'request_uri' },
		'pkce-without-challenge': { code: 'pkce-without-challenge' },
		'pkce-method': { code: 'pkce-method' },
		'pkce-challenge': { code: 'pkce-challenge' },
		scope: {
			code: 'scope',
			problems: [
				{ code: 'required-alone', word: 'required:', nearest: null },
				{ code: 'unknown-permission', word: 'read_wings', nearest: null, isPart: false }
			]
		},
		'nothing-asked': { code: 'nothing-asked' },
		'no-such-vehicle': { code: 'no-such-vehicle' },
		value: {
			code: 'value',
			finding: { code: 'empty-value', parameter: 'user', severity: 'error' }
		}
	};

describe('wordAnswer', () => {
	it('says of each fault of a request', () => {
		const words = Object.values(REQUEST_FAULTS).map((fault) => [
			fault.code,
			wordAnswer({ error: 'invalid_request', fault }).description
		]);
		expect(Object.fromEntries(words)).toEqual({
			repeated: 'state stands more than once.',
			'no-response-type': 'response_type is missing.',
			'response-type': 'Send response_type=code, or none for machine credentials.',
			carrier: 'Send the parameters themselves, without request_uri.',
			'pkce-without-challenge': 'code_challenge_method needs a code_challenge beside it.',
			'pkce-method': 'Send code_challenge_method=S256; no other is accepted.',
			'pkce-challenge': 'A code_challenge is 43 characters of base64url without "=".',
			scope:
				'“required:” stands alone; write a permission right behind it, e.g. “required:read_odometer”. “read_wings” is not a permission; look its name up in the list of permissions.',
			'nothing-asked':
				'The link names no scope, and no Vehicle Access is published for the application. Publish a version, or add a scope to the link.',
			'no-such-vehicle': 'vehicle_id: The application is connected to no vehicle with this id.',
			value: 'user: It is empty; leave it out or give it a value.'
		});
	});

	it('names the link where a value stands in no parameter', () => {
		const finding = { code: 'empty-value', parameter: null, severity: 'error' } as const;
		const { description } = wordAnswer({
			error: 'invalid_request',
			fault: { code: 'value', finding }
		});
		expect(description).toMatch(/^The link: /);
	});

	it.each<[ErrorAnswer, string]>([
		[
			{ error: 'configuration_error', misuse: { code: 'test-vin' } },
			'You have entered a test mode VIN. Please enter a VIN that belongs to a real vehicle.'
		],
		[
			{ error: 'configuration_error', misuse: { code: 'jump', screen: 'grant' } },
			'The grant screen was opened before the screens that lead to it.'
		],
		[
			{
				error: 'configuration_error',
				misuse: { code: 'vin', fault: { code: 'vin-length', length: 3 } }
			},
			'A VIN has 17 characters, this one has 3; write all of them without spaces.'
		]
	])('tells of the wrong use %j with its status', (answer, message) => {
		expect(wordAnswer(answer)).toEqual({
			error: 'configuration_error',
			description: 'Connect was used in a way that it does not allow.',
			extra: { status_code: '400', error_message: message }
		});
	});
});
