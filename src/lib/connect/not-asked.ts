import { officialCatalog } from '#lib/access/catalog/official.ts';
import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';

/** What owners look for first. */
const FIRST: readonly PermissionName[] = ['read_location', 'control_security', 'read_vin'];

/** How many are named before the rest is folded. */
const SHOWN = 3;

const SENSITIVITY = { high: 0, medium: 1, low: 2 } as const;

function rank(name: PermissionName): number {
	const first = FIRST.indexOf(name);
	return first < 0
		? FIRST.length + SENSITIVITY[officialCatalog.permission(name).sensitivity]
		: first;
}

const BY_WEIGHT = PERMISSION_NAMES.toSorted((a, b) => rank(a) - rank(b));

interface NotAsked {
	readonly shown: readonly PermissionName[];
	/** Never one alone, which would take no more room than the line that counts it. */
	readonly others: readonly PermissionName[];
}

/** The permissions that an owner is not asked for, what they would miss most first. */
export function notAsked(asked: readonly { readonly name: PermissionName }[]): NotAsked {
	const left = BY_WEIGHT.filter((name) => !asked.some((one) => one.name === name));
	const count = left.length === SHOWN + 1 ? left.length : SHOWN;
	return { shown: left.slice(0, count), others: left.slice(count) };
}
