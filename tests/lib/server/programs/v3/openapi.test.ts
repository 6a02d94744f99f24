import { findAddress } from '#lib/server/programs/addresses.ts';
import { describeV3 } from '#lib/server/programs/v3/openapi.ts';
import { V3_OPERATIONS } from '#lib/server/programs/v3/operations.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
const Document = z.record(z.string(), z.unknown());

describe('GET /openapi/vehicle-v3.json', () => {
	it('is OpenAPI 3.1 by the specification’s own schema, with every reference led somewhere', async () => {
		const path = '/openapi/vehicle-v3.json';
		const answer = await askFromWithin(storage.context, '192.0.2.1', path, {});
		expect(answer.status).toBe(200);
		const document = Document.parse(await answer.json());
		expect(document).toEqual(JSON.parse(JSON.stringify(describeV3(storage.context.settings))));
		const validator = new Validator();
		expect(await validator.validate(document)).toEqual({ valid: true });
		expect(validator.version).toBe('3.1');
		expect(() => validator.resolveRefs()).not.toThrow();
	});

	it('describes each operation once, and only what is answered', () => {
		const ids = V3_OPERATIONS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { path, method } of V3_OPERATIONS) {
			const address = findAddress(`/v3${path.replaceAll(/\{\w+\}/g, 'x')}`);
			expect(Object.keys(address?.methods ?? {}), path).toContain(method.toUpperCase());
		}
	});

	it('has every path of API v3 that the catalog knows', () => {
		const described = V3_OPERATIONS.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
		const paths = officialCatalog.items.flatMap((item) =>
			item.apiVersion === 'v3' && item.path ? [item.path] : []
		);
		for (const path of paths) {
			const general = path.replace(/\/signals\/[a-z-]+$/, '/signals/{code}');
			expect(described).toContain(general);
		}
	});
});
