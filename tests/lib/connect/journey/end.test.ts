import { jumpTo, unsupportedAnswer, wayAfter } from '#lib/connect/journey/end.ts';
import { SCREENS } from '#lib/connect/session-data.ts';
import { describe, expect, it } from 'vitest';
import { locationOf } from '#lib/server/programs/oauth/connect-words.ts';
import { said } from '../../../support/worded.ts';
import { requestWith, sessionWith } from '../../../support/session-facts.ts';

const CALLBACK = 'https://app.example/callback';
const PLATFORM = { protocol: 'platform', issuer: 'https://connect.example' } as const;
const STRICT = { ...PLATFORM, protocol: 'strict' } as const;
const requested = (given: Parameters<typeof requestWith>[0] = {}) =>
	requestWith({ redirectUri: CALLBACK, ...given });
const granted = { kind: 'granted', code: 'the-code', userId: 'owner' } as const;

describe('wayAfter', () => {
	const after = (
		request: ReturnType<typeof requestWith>,
		end: Parameters<typeof wayAfter>[2],
		change: Parameters<typeof sessionWith>[0] = {},
		by: Parameters<typeof wayAfter>[1] = PLATFORM
	) => {
		const way = wayAfter(sessionWith({ request, ...change }), by, end);
		return (way?.kind === 'error' ? locationOf(way) : way?.location)?.replace(CALLBACK, '');
	};

	it('tells code, state, owner and the owner’s id at the application', () => {
		expect(after(requested(), granted)).toBe('?code=the-code&user_id=owner');
		expect(after(requested({ state: 's', externalId: 'c-1' }), granted)).toBe(
			'?code=the-code&state=s&user_id=owner&external_id=c-1'
		);
	});

	it('leaves out a code that was not asked for, and the word that clears an id', () => {
		const end = { kind: 'granted', code: null, userId: 'owner' } as const;
		expect(after(requested({ externalId: 'null' }), end)).toBe('?user_id=owner');
	});

	it('tells owners of a Tesla where to add the key', () => {
		expect(after(requested(), granted, { make: 'TESLA' })).toBe(
			'?code=the-code&user_id=owner&virtual_key_url=https://www.tesla.com/_ak/smartcar.com'
		);
	});

	it('after a new sign-in tells the vehicle and no code', () => {
		const request = requested({ vehicleId: 'vehicle', state: 's', externalId: 'c-1' });
		expect(after(request, { kind: 'signed_in_again' })).toBe(
			'?vehicle_id=vehicle&state=s&external_id=c-1'
		);
	});

	it('tells an error and the state, nothing of the owner', () => {
		const end = { kind: 'error', answer: { error: 'access_denied' } } as const;
		expect(after(requested({ state: 's', externalId: 'c-1' }), end, { make: 'TESLA' })).toBe(
			'?error=access_denied&error_description=User%20denied%20access%20to%20application.&state=s'
		);
	});

	it.each([
		granted,
		{ kind: 'signed_in_again' } as const,
		{ kind: 'error', answer: { error: 'no_vehicles' } } as const
	])('names the issuer under the strict protocol: %j', (end) => {
		expect(after(requested(), end, {}, STRICT)).toMatch(/[?&]iss=https:\/\/connect\.example$/);
		expect(after(requested(), end)).not.toContain('iss=');
	});

	it('is none where the session has nowhere to go back to', () => {
		expect(wayAfter(sessionWith(), PLATFORM, granted)).toBeNull();
	});
});

describe('unsupportedAnswer', () => {
	const vehicle = {
		vin: '0SCAUDI012FE3B132',
		make: 'AUDI',
		model: 'e-tron',
		year: 2019,
		level: 'compatible',
		fault: null
	};

	it.each([
		[vehicle, { vin: '0SCAUDI012FE3B132', make: 'AUDI', year: '2019', model: 'e-tron' }],
		[null, undefined]
	])('tells of %j only these facts', (known, extra) => {
		expect(said(unsupportedAnswer(known))).toEqual({
			error: 'vehicle_incompatible',
			description: "The user's vehicle is not compatible.",
			extra
		});
	});
});

describe('jumpTo', () => {
	it.each(['preamble', 'login', 'grant'] as const)('%s is none where it was reached', (screen) => {
		expect(jumpTo(sessionWith(), screen)).toBeNull();
	});

	it.each(SCREENS.filter((screen) => screen !== 'preamble'))(
		'%s from the first screen is a wrong use of Connect',
		(screen) => {
			expect(said(jumpTo(sessionWith({ screens: ['preamble'] }), screen))).toEqual({
				error: 'configuration_error',
				description: 'Connect was used in a way that it does not allow.',
				extra: {
					status_code: '400',
					error_message: `The ${screen} screen was opened before the screens that lead to it.`
				}
			});
		}
	);
});
