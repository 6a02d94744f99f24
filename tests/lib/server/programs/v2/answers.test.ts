import { v2Answer, v2Error } from '#lib/server/programs/v2/answers.ts';
import { describe, expect, it } from 'vitest';

describe('v2Error', () => {
	it.each([
		['AUTHENTICATION', undefined, 401, 'authentication-errors#null', null],
		['PERMISSION', undefined, 403, 'permission-errors#null', 'REAUTHENTICATE'],
		['RATE_LIMIT', 'SMARTCAR_API', 429, 'rate-limit-errors#smartcar-api', 'RETRY_LATER'],
		['RESOURCE_NOT_FOUND', 'PATH', 404, 'resource-not-found-errors#path', null],
		['SERVER', 'INTERNAL', 500, 'server-errors#internal', null],
		['VALIDATION', undefined, 400, 'validation-errors#null', null]
	] as const)(
		'of %s has the shape that SDKs read',
		async (type, code, status, page, resolution) => {
			const headers = { 'retry-after': '3' };
			const response = v2Error('request-1', type, { headers, ...(code ? { code } : {}) });
			expect(response.status).toBe(status);
			expect(response.headers.get('retry-after')).toBe('3');
			expect(response.headers.get('sc-request-id')).toBe('request-1');
			expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
			const body: unknown = await response.json();
			expect(body).toEqual({
				type,
				code: code ?? null,
				description: expect.stringMatching(/\.$/),
				docURL: `https://smartcar.com/docs/errors/api-errors/${page}`,
				statusCode: status,
				requestId: 'request-1',
				resolution: { type: resolution }
			});
		}
	);

	it('names the fields that are wrong', async () => {
		const detail = [{ field: 'limit', message: 'Too many.' }];
		expect(await v2Error('r', 'VALIDATION', { detail }).json()).toMatchObject({ detail });
	});
});

describe('v2Answer', () => {
	it('carries the id of its request', async () => {
		const answer = v2Answer('request-1', { id: 'u' });
		expect(await answer.json()).toEqual({ id: 'u' });
		expect(answer.headers.get('sc-request-id')).toBe('request-1');
	});
});
