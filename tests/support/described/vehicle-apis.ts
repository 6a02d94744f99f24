import {
	MANAGEMENT_OPERATIONS,
	MANAGEMENT_SCHEMAS
} from '#lib/server/programs/management/described.ts';
import { V2_OPERATIONS } from '#lib/server/programs/v2/described/operations.ts';
import { ErrorAnswer, V2_SCHEMAS } from '#lib/server/programs/v2/described/schemas.ts';
import { V3_OPERATIONS } from '#lib/server/programs/v3/operations.ts';
import { ErrorAnswer as ErrorOfV3 } from '#lib/server/programs/v3/schemas/error.ts';
import { V3_SCHEMAS } from '#lib/server/programs/v3/schemas/schemas.ts';
import type { z } from 'zod';
import type { DescribedApi } from './described-api.ts';

interface Described {
	readonly path: string;
	readonly method: string;
	readonly answers: Readonly<Record<number, { readonly schemas: readonly string[] }>>;
}

function held(
	base: string,
	operations: readonly Described[],
	schemas: Readonly<Record<string, z.ZodType>>
): DescribedApi['operations'] {
	return operations.map(({ path, method, answers }) => ({
		method: method.toUpperCase(),
		path: base + path,
		answers: Object.fromEntries(
			Object.entries(answers).map(([status, answer]) => [
				status,
				answer.schemas.map((name) => schemaNamed(schemas, name))
			])
		)
	}));
}

function schemaNamed(schemas: Readonly<Record<string, z.ZodType>>, name: string): z.ZodType {
	const schema = schemas[name];
	if (!schema) throw new TypeError(`No schema is called ${name}`);
	return schema;
}

const management = held('', MANAGEMENT_OPERATIONS, MANAGEMENT_SCHEMAS);

export const v2: DescribedApi = {
	operations: [
		...held('/v2.0', V2_OPERATIONS, V2_SCHEMAS),
		...management.filter(({ path }) => path.startsWith('/v2.0/'))
	],
	refusal: ErrorAnswer
};

export const v3: DescribedApi = {
	operations: [
		...held('/v3', V3_OPERATIONS, V3_SCHEMAS),
		...management.filter(({ path }) => path.startsWith('/v3/'))
	],
	refusal: ErrorOfV3
};
