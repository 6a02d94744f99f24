import { officialCatalog } from '#lib/access/catalog/official.ts';
import {
	MANAGEMENT_OPERATIONS,
	MANAGEMENT_SCHEMAS
} from '#lib/server/programs/management/described.ts';
import { V2_OPERATIONS } from '#lib/server/programs/v2/described/operations.ts';
import { V2_SCHEMAS } from '#lib/server/programs/v2/described/schemas.ts';
import { V3_OPERATIONS } from '#lib/server/programs/v3/operations.ts';
import { V3_SCHEMAS } from '#lib/server/programs/v3/schemas/schemas.ts';
import type { z } from 'zod';

/** A method at a path, as its API describes it. */
export interface ListedOperation {
	/** As in `GET /v2.0/vehicles/{vehicleId}/odometer`. */
	readonly name: string;
	/** Whether an item of the catalog says that the owner's grant is asked about. */
	readonly needsPermission: boolean;
	/** Fails on a body that is not as described for its status. */
	check(status: number, body: unknown): void;
}

interface Described {
	readonly path: string;
	readonly method: string;
	readonly answers: Readonly<Record<number, { readonly schemas: readonly string[] }>>;
}

const NEEDING: ReadonlySet<string> = new Set(
	officialCatalog.items
		.filter(({ permissions }) => permissions.length > 0)
		.map(({ apiVersion, path }) => {
			const general = path
				.replace('{id}', '{vehicleId}')
				.replace(/\/signals\/[a-z-]+$/, '/signals/{code}');
			return general.replace(' ', ` /${apiVersion === 'v2' ? 'v2.0' : 'v3'}`);
		})
);

const DESCRIBED = [
	...listed('/v3', V3_OPERATIONS, V3_SCHEMAS),
	...listed('/v2.0', V2_OPERATIONS, V2_SCHEMAS),
	...listed('', MANAGEMENT_OPERATIONS, MANAGEMENT_SCHEMAS)
];

/** All that the three descriptions say is served, in their order; what two of them have follows both. */
export const OPERATIONS: readonly ListedOperation[] = [
	...Map.groupBy(DESCRIBED, ({ name }) => name)
].map(([name, some]) => ({
	name,
	needsPermission: NEEDING.has(name),
	check(status: number, body: unknown) {
		for (const one of some) one.check(status, body);
	}
}));

function listed(
	base: string,
	operations: readonly Described[],
	schemas: Readonly<Record<string, z.ZodType>>
): readonly Pick<ListedOperation, 'name' | 'check'>[] {
	return operations.map(({ path, method, answers }) => {
		const name = `${method.toUpperCase()} ${base}${path}`;
		return {
			name,
			check(status, body) {
				const answer = answers[status];
				if (!answer) throw new Error(`${name} does not describe ${status}.`);
				const follows = answer.schemas.some((one) => schemas[one]?.safeParse(body).success);
				if (answer.schemas.length === 0 ? body === null : follows) return;
				throw new Error(`${name}, ${status}: not as described: ${JSON.stringify(body)}`);
			}
		};
	});
}
