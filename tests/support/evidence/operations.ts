import { officialCatalog } from '#lib/access/catalog/official.ts';
import { v2, v3 } from '../described/vehicle-apis.ts';

/** A method at a path, as its API describes it. */
export interface ListedOperation {
	/** As in `GET /v2.0/vehicles/{vehicleId}/odometer`. */
	readonly name: string;
	/** Whether an item of the catalog says that the owner's grant is asked about. */
	readonly needsPermission: boolean;
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

const NAMES = new Set(
	[...v3.operations, ...v2.operations].map(({ method, path }) => `${method} ${path}`)
);

/** All that the descriptions say is served. */
export const OPERATIONS: readonly ListedOperation[] = [...NAMES].map((name) => ({
	name,
	needsPermission: NEEDING.has(name)
}));
