import { v2Refusal } from '#lib/server/programs/v2/answers.ts';
import { describe, expect, it } from 'vitest';

describe('v2Refusal', () => {
	it.each([
		['AUTHENTICATION', 401, 'authentication-errors#null', null],
		['PERMISSION', 403, 'permission-errors#null', 'REAUTHENTICATE'],
		['RATE_LIMIT:SMARTCAR_API', 429, 'rate-limit-errors#smartcar-api', 'RETRY_LATER'],
		['RESOURCE_NOT_FOUND:PATH', 404, 'resource-not-found-errors#path', null],
		['SERVER:INTERNAL', 500, 'server-errors#internal', null],
		['VALIDATION', 400, 'validation-errors#null', null]
	] as const)('of %s has the shape that SDKs read', (name, status, page, resolution) => {
		const headers = { 'retry-after': '3' };
		const answer = v2Refusal('request-1', name, { headers });
		expect(answer.status).toBe(status);
		expect(answer.headers).toMatchObject({
			'retry-after': '3',
			'sc-request-id': 'request-1',
			'content-type': 'application/json;charset=UTF-8'
		});
		const body: unknown = JSON.parse(answer.body);
		const [type, code = null] = name.split(':');
		expect(body).toEqual({
			type,
			code,
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

	it('leads owners to where they can help, and says what to tell them', () => {
		const url = 'http://localhost:5173/oauth/reauthenticate';
		const { body } = v2Refusal('r', 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED', { url });
		expect(JSON.parse(body)).toMatchObject({
			statusCode: 400,
			resolution: { type: 'REAUTHENTICATE', url },
			suggestedUserMessage: expect.stringMatching(/\.$/)
		});
	});
});
