import { findAddress } from '#lib/server/programs/addresses.ts';
import { describeV2 } from '#lib/server/programs/v2/openapi.ts';
import { V2_OPERATIONS } from '#lib/server/programs/v2/described/operations.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
const Document = z.record(z.string(), z.unknown());

describe('GET /openapi/vehicle-v2.json', () => {
	it('is OpenAPI 3.1 by the specification’s own schema, with every reference led somewhere', async () => {
		const path = '/openapi/vehicle-v2.json';
		const answer = await askFromWithin(storage.context, '192.0.2.1', path, {});
		expect(answer.status).toBe(200);
		const document = Document.parse(await answer.json());
		expect(document).toEqual(JSON.parse(JSON.stringify(describeV2(storage.context.settings))));
		const validator = new Validator();
		expect(await validator.validate(document)).toEqual({ valid: true });
		expect(validator.version).toBe('3.1');
		expect(() => validator.resolveRefs()).not.toThrow();
	});

	it('describes each operation once, and only what is answered', () => {
		const ids = V2_OPERATIONS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { path, method } of V2_OPERATIONS) {
			const address = findAddress(`/v2.0${path.replaceAll(/\{\w+\}/g, 'x')}`);
			expect(Object.keys(address?.methods ?? {}), path).toContain(method.toUpperCase());
		}
	});

	it('has every path of API v2 that the catalog knows', () => {
		const described = V2_OPERATIONS.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
		const paths = officialCatalog.items
			.filter(({ apiVersion }) => apiVersion === 'v2')
			.map(({ path }) => path.replace('{id}', '{vehicleId}'));
		expect(new Set(described)).toEqual(
			new Set([
				...paths,
				'GET /compatibility',
				'GET /compatibility/matrix',
				'GET /management/connections',
				'DELETE /management/connections'
			])
		);
	});
});
