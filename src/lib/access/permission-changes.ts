import type { Catalog } from './catalog/catalog.ts';
import type { AccessDiff, Changes } from './diff.ts';
import { permissionRank, type PermissionName } from './permission.ts';

export type PermissionChangeKind = keyof Changes<PermissionName>;

/** One permission whose place in an access is another than before. */
export interface PermissionChange {
	readonly name: PermissionName;
	readonly change: PermissionChangeKind;
	/** Whether an owner cannot refuse it afterwards. */
	readonly required: boolean;
	readonly sensitive: boolean;
}

/** How a change weighs with an owner, the heaviest first. */
const WEIGHTS = [
	'locked-and-sensitive',
	'locked',
	'sensitive',
	'added',
	'nowOptional',
	'removed',
	'retold',
	'same'
] as const;

/** What may happen to a permission: where it is asked as before, owners may still be told otherwise why. */
export type WeighedChange = Pick<PermissionChange, 'name' | 'required' | 'sensitive'> & {
	readonly change: PermissionChangeKind | 'retold' | 'same';
};

/** What changed between two accesses: what weighs most with an owner first. */
export function permissionChanges(
	access: AccessDiff,
	catalog: Catalog
): readonly PermissionChange[] {
	const locked = new Set(access.locked);
	return (['added', 'nowRequired', 'nowOptional', 'removed'] as const)
		.flatMap((change) =>
			access[change].map((name) => ({
				name,
				change,
				required: locked.has(name),
				sensitive: isSensitive(name, catalog)
			}))
		)
		.sort(heaviestFirst);
}

/** Required and sensitive comes before all else; what weighs the same stays in scope order. */
export function heaviestFirst(a: WeighedChange, b: WeighedChange): number {
	return weigh(a) - weigh(b) || permissionRank(a.name) - permissionRank(b.name);
}

export function isSensitive(name: PermissionName, catalog: Catalog): boolean {
	return catalog.permission(name).sensitivity === 'high';
}

function weigh({ change, required, sensitive }: WeighedChange): number {
	return WEIGHTS.indexOf(weightOf(change, required, sensitive));
}

function weightOf(
	change: WeighedChange['change'],
	required: boolean,
	sensitive: boolean
): (typeof WEIGHTS)[number] {
	if (change !== 'added' && change !== 'nowRequired') return change;
	if (required) return sensitive ? 'locked-and-sensitive' : 'locked';
	return sensitive ? 'sensitive' : 'added';
}
