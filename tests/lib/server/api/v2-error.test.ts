import { v2Answer, v2Error } from '#lib/server/api/v2-error.ts';
import { describe, expect, it } from 'vitest';

describe('v2Error', () => {
	it.each([
		['AUTHENTICATION', 401, 'authentication-errors', null],
		['PERMISSION', 403, 'permission-errors', 'REAUTHENTICATE'],
		['RATE_LIMIT', 429, 'rate-limit-errors', null],
		['VALIDATION', 400, 'validation-errors', null]
	] as const)('of %s has the shape that SDKs read', async (type, status, page, resolution) => {
		const response = v2Error(type, { headers: { 'retry-after': '3' } });
		expect(response.status).toBe(status);
		expect(response.headers.get('retry-after')).toBe('3');
		const requestId = response.headers.get('sc-request-id');
		expect(requestId).toHaveLength(36);
		const body: unknown = await response.json();
		expect(body).toEqual({
			type,
			code: null,
			description: expect.stringMatching(/\.$/),
			docURL: `https://smartcar.com/docs/errors/api-errors/${page}#null`,
			statusCode: status,
			requestId,
			resolution: { type: resolution }
		});
	});

	it('names the fields that are wrong', async () => {
		const detail = [{ field: 'limit', message: 'Too many.' }];
		expect(await v2Error('VALIDATION', { detail }).json()).toMatchObject({ detail });
	});
});

describe('v2Answer', () => {
	it('carries an id of its own', async () => {
		const [one, other] = [v2Answer({ id: 'u' }), v2Answer({})];
		expect(await one.json()).toEqual({ id: 'u' });
		expect(one.headers.get('sc-request-id')).not.toBe(other.headers.get('sc-request-id'));
	});
});
