import { v2Refusal } from '#lib/server/programs/v2/answers.ts';
import { describe, expect, it } from 'vitest';

describe('v2Refusal', () => {
	it.each([
		['AUTHENTICATION', undefined, 401, 'authentication-errors#null', null],
		['PERMISSION', undefined, 403, 'permission-errors#null', 'REAUTHENTICATE'],
		['RATE_LIMIT', 'SMARTCAR_API', 429, 'rate-limit-errors#smartcar-api', 'RETRY_LATER'],
		['RESOURCE_NOT_FOUND', 'PATH', 404, 'resource-not-found-errors#path', null],
		['SERVER', 'INTERNAL', 500, 'server-errors#internal', null],
		['VALIDATION', undefined, 400, 'validation-errors#null', null]
	] as const)('of %s has the shape that SDKs read', (type, code, status, page, resolution) => {
		const headers = { 'retry-after': '3' };
		const answer = v2Refusal('request-1', type, { headers, ...(code ? { code } : {}) });
		expect(answer.status).toBe(status);
		expect(answer.headers).toMatchObject({
			'retry-after': '3',
			'sc-request-id': 'request-1',
			'content-type': 'application/json;charset=UTF-8'
		});
		const body: unknown = JSON.parse(answer.body);
		expect(body).toEqual({
			type,
			code: code ?? null,
			description: expect.stringMatching(/\.$/),
			docURL: `https://smartcar.com/docs/errors/api-errors/${page}`,
			statusCode: status,
			requestId: 'request-1',
			resolution: { type: resolution }
		});
	});

	it('names the fields that are wrong', () => {
		const detail = [{ field: 'limit', message: 'Too many.' }];
		const { body } = v2Refusal('r', 'VALIDATION', { detail });
		expect(JSON.parse(body)).toMatchObject({ detail });
	});
});
