import { grantGap } from './grant-gap.ts';
import { formatNumber, plural } from './language/english.ts';
import { PERMISSION_NAMES, type PermissionName } from './permission.ts';
import type { RequestedPermission } from './request-review.ts';
import { formatScope } from './scope-format.ts';

/** A connection as a person knows it. */
interface NamedConnection {
	readonly id: string;
	/** Make, model and year. */
	readonly vehicle: string;
	readonly username: string;
}

/** Connections that hold the same permissions. */
export interface GrantGroup {
	readonly granted: readonly PermissionName[];
	readonly count: number;
	/** The first {@link MAX_NAMED} of them. */
	readonly named: readonly NamedConnection[];
}

/** Connections that lack the same permissions. */
interface LackingGroup extends Omit<GrantGroup, 'granted'> {
	readonly missing: readonly RequestedPermission[];
}

/** What publishing an access leaves behind among the connections there are. */
export interface Impact {
	readonly total: number;
	readonly lacking: number;
	/** The largest first. */
	readonly groups: readonly LackingGroup[];
	/** How many lack each permission; the required ones first. */
	readonly lacks: readonly (RequestedPermission & { readonly count: number })[];
	/** How many hold what is no longer asked. */
	readonly stillHeld: readonly { readonly name: PermissionName; readonly count: number }[];
}

/** Connections of a group that are named; the rest are counted. */
export const MAX_NAMED = 20;

/** Which connections would lack something of an access until their owners authorize again. */
export function impactOf(
	grants: readonly GrantGroup[],
	asked: readonly RequestedPermission[]
): Impact {
	const groups = new Map<string, LackingGroup>();
	for (const { granted, count, named } of grants) {
		const { missing } = grantGap(granted, asked);
		if (missing.length === 0) continue;
		const key = formatScope(missing);
		const known = groups.get(key);
		groups.set(key, {
			missing,
			count: count + (known?.count ?? 0),
			named: [...(known?.named ?? []), ...named].slice(0, MAX_NAMED)
		});
	}
	const largestFirst = [...groups.values()].sort((a, b) => b.count - a.count);
	const holding = (name: PermissionName) =>
		sum(grants.filter(({ granted }) => granted.includes(name)));
	const total = sum(grants);
	const isAsked = new Set(asked.map(({ name }) => name));
	return {
		total,
		lacking: sum(largestFirst),
		groups: largestFirst,
		lacks: asked
			.map(({ name, required }) => ({ name, required, count: total - holding(name) }))
			.filter(({ count }) => count > 0)
			.sort((a, b) => Number(b.required) - Number(a.required)),
		stillHeld: PERMISSION_NAMES.filter((name) => !isAsked.has(name))
			.map((name) => ({ name, count: holding(name) }))
			.filter(({ count }) => count > 0)
	};
}

/** The first thing to know of an impact: a sentence in two parts, of whom it speaks and what of them. */
export function describeImpact({ total, lacking }: Impact): { subject: string; rest: string } {
	if (total === 0) {
		return { subject: 'No vehicle', rest: 'is connected yet, so nobody has to be asked again.' };
	}
	const count = formatNumber(total);
	const all = plural(total, { one: 'The one connection', other: `All ${count} connections` });
	if (lacking === 0) {
		const hold = plural(total, { one: 'holds', other: 'hold' });
		const rest = `${hold} what this version asks for, so nobody has to be asked again.`;
		return { subject: all, rest };
	}
	const lack = plural(lacking, { one: 'lacks', other: 'lack' });
	const owners = plural(lacking, {
		one: 'its owner authorizes',
		other: 'their owners authorize'
	});
	return {
		subject: lacking === total ? all : `${formatNumber(lacking)} of ${count} connections`,
		rest: `${lack} a permission of this version until ${owners} again.`
	};
}

function sum(groups: readonly { readonly count: number }[]): number {
	return groups.reduce((total, { count }) => total + count, 0);
}
