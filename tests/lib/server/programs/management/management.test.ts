import { findAddress } from '#lib/server/programs/addresses.ts';
import {
	MANAGEMENT_OPERATIONS,
	MANAGEMENT_SCHEMAS
} from '#lib/server/programs/management/described.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requireDescribed } from '../../../../support/api-answer.ts';
import { newApplication } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';
import { machineTokenOf } from '../../../../support/v3.ts';

const storage = useStorage();
let clientId = '';
let token = '';
beforeEach(async () => {
	clientId = await newApplication(storage.context, 'Charge Planner');
	token = await machineTokenOf(storage.context, clientId);
});

async function get(path: string) {
	const headers = { authorization: `Bearer ${token}` };
	const response = await askFromWithin(storage.context, '192.0.2.7', path, { headers });
	const body: unknown = await response.json();
	const { status } = response;
	const api = { base: '', operations: MANAGEMENT_OPERATIONS, schemas: MANAGEMENT_SCHEMAS };
	return { status, body, schemas: requireDescribed(api, { method: 'GET', path, status, body }) };
}

describe('/v3/applications', () => {
	it('tells an application of itself alone', async () => {
		const own = { id: clientId, type: 'application', attributes: { name: 'Charge Planner' } };
		expect(await get('/v3/applications')).toMatchObject({ status: 200, body: { data: [own] } });
		expect(await get(`/v3/applications/${clientId}`)).toMatchObject({
			status: 200,
			body: { data: own }
		});
		const other = await newApplication(storage.context, 'Other');
		expect(await get(`/v3/applications/${other}`)).toMatchObject({
			status: 404,
			body: { errors: [{ code: 'APPLICATION_NOT_FOUND' }] }
		});
	});
});

describe('GET /openapi/management.json', () => {
	it('is OpenAPI 3.1, and only of what is answered', async () => {
		const path = '/openapi/management.json';
		const answer = await askFromWithin(storage.context, '192.0.2.1', path, {});
		const document = z.record(z.string(), z.unknown()).parse(await answer.json());
		const validator = new Validator();
		expect(await validator.validate(document)).toEqual({ valid: true });
		expect(() => validator.resolveRefs()).not.toThrow();
		for (const operation of MANAGEMENT_OPERATIONS) {
			const address = findAddress(operation.path.replaceAll(/\{\w+\}/g, 'x'));
			expect(Object.keys(address?.methods ?? {})).toContain(operation.method.toUpperCase());
		}
	});
});
