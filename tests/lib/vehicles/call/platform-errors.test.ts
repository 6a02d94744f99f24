import {
	askedError,
	isPlatformErrorName,
	platformError,
	PLATFORM_ERRORS
} from '#lib/vehicles/call/platform-errors.ts';
import { REFUSALS } from '#lib/vehicles/events/refusal.ts';
import { describe, expect, it } from 'vitest';

describe('platformError', () => {
	it.each([
		['AUTHENTICATION', 401, null, 'Authentication', 'authentication-errors#null', null],
		['PERMISSION', 403, null, 'Permission', 'permission-errors#null', 'REAUTHENTICATE'],
		[
			'BILLING:VEHICLE_REQUEST_LIMIT',
			430,
			'VEHICLE_REQUEST_LIMIT',
			'Vehicle Request Limit',
			'billing-errors#vehicle-request-limit',
			'CONTACT_SUPPORT'
		],
		[
			'CONNECTED_SERVICES_ACCOUNT:VIRTUAL_KEY_REQUIRED',
			400,
			'VIRTUAL_KEY_REQUIRED',
			'Virtual Key Required',
			'connected-services-account-errors#virtual-key-required',
			'ACTION_REQUIRED'
		]
	] as const)('knows all of %s', (name, status, code, title, page, resolution) => {
		const [type] = name.split(':');
		const known = { type, code, title, page, status, resolution };
		expect(platformError(name)).toMatchObject(known);
	});

	it('knows what a vehicle refuses with, but for what is between the sandbox and its user', () => {
		const platform = Object.entries(REFUSALS).filter(([, type]) => type !== null);
		expect(platform.length).toBeGreaterThan(10);
		for (const [code, type] of platform) {
			expect(PLATFORM_ERRORS, code).toHaveProperty([`${type}:${code}`]);
		}
	});

	it('answers each type with one status, but for a good token that reaches too little', () => {
		const statuses = Object.groupBy(
			Object.entries(PLATFORM_ERRORS),
			([name]) => name.split(':')[0] ?? ''
		);
		for (const [type, rows = []] of Object.entries(statuses)) {
			const usual = rows.filter(([name]) => name !== 'AUTHENTICATION:ACCESS_DENIED');
			expect(new Set(usual.map(([, { status }]) => status)).size, type).toBe(1);
		}
	});
});

describe('askedError', () => {
	it('is the one that is named', () => {
		expect(askedError('VEHICLE_STATE:ASLEEP')).toEqual(platformError('VEHICLE_STATE:ASLEEP'));
	});

	it('has the status of its type where the code is not known', () => {
		expect(askedError('UPSTREAM:UNKNOWN')).toMatchObject({
			type: 'UPSTREAM',
			code: 'UNKNOWN',
			status: 502,
			page: 'upstream-errors#unknown'
		});
	});

	it('is a fault of the server where nobody knows its type', () => {
		expect(isPlatformErrorName('WEATHER:RAIN')).toBe(false);
		expect(askedError('WEATHER:RAIN')).toMatchObject({
			type: 'WEATHER',
			code: 'RAIN',
			status: 500
		});
	});
});
