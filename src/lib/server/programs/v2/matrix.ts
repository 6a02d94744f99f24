import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import type { Make } from '#lib/access/catalog/schema.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { modelsOf, type SimulatedModel } from '#lib/connect/simulated-models.ts';
import { canAnswer } from '#lib/vehicles/api-v2/capable.ts';
import { openedBy } from '#lib/vehicles/api-v2/compatible.ts';
import { profileFor } from '#lib/vehicles/profiles/profile-for.ts';
import { z } from 'zod';
import { queryOf } from '../call.ts';
import { asCaller, endpoint, unlimited } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { v2Refusal } from './answers.ts';
import { readBasicClient, type BasicClient } from './basic-client.ts';
import { Scope } from './compatibility.ts';
import { wordIssue } from './order-item.ts';

const REGIONS = { US: 'US', CA: 'CA', EUROPE: 'EU' } as const;

export const MatrixQuery = z.object({
	region: z.enum(['US', 'CA', 'EUROPE']),
	make: z.string().optional(),
	type: z.enum(['ICE', 'BEV', 'PHEV', 'HEV']).optional(),
	scope: Scope.optional()
});

/** `GET /v2.0/compatibility/matrix`: the models of the sandbox, and what each can answer. */
export const matrix = endpoint<BasicClient, BasicClient>({
	who: readBasicClient,
	limit: unlimited,
	permission: asCaller,
	answer: async ({ envelope, request }) => {
		const query = MatrixQuery.safeParse(Object.fromEntries(queryOf(request)));
		if (!query.success) {
			const detail = query.error.issues.slice(0, 1).map(wordIssue);
			return v2Refusal(envelope.id, 'VALIDATION', { detail });
		}
		return plainJson(matrixOf(query.data), envelope.id);
	}
});

function matrixOf({ region, make, type, scope = [] }: z.infer<typeof MatrixQuery>) {
	const wanted = make?.split(/\s+/).filter(Boolean);
	const makes = MAKES.filter(
		({ key, regions }) =>
			(!regions || regions.includes(REGIONS[region])) &&
			(!wanted || wanted.some((name) => findMake(name, MAKES)?.key === key))
	);
	const rows = makes.map((one) => {
		const models = modelsOf(one.key)
			.map((model) => rowOf(one, model))
			.filter((row) => !type || row.type === type)
			.filter(({ permissions }) => scope.every((name) => permissions.includes(name)));
		return [one.key, models] as const;
	});
	return Object.fromEntries(rows.filter(([, models]) => models.length > 0));
}

function rowOf({ key: make }: Make, { model, year }: SimulatedModel) {
	const profile = profileFor({ make, model });
	const able = PERMISSION_NAMES.map((permission) => ({
		permission,
		items: openedBy(permission, { make }).filter((item) => canAnswer(item, { make, profile }))
	})).filter(({ items }) => items.length > 0);
	return {
		model,
		startYear: Math.min(year, profile.year),
		endYear: Math.max(year, profile.year),
		type: profile.powertrain ?? (profile.battery ? 'BEV' : 'ICE'),
		endpoints: [...new Set(able.flatMap(({ items }) => items.map(({ name }) => name)))],
		permissions: able.map(({ permission }) => permission)
	};
}
