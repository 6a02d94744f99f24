import { countChanges, diffLocked, type LockedSelection } from '#lib/access/diff.ts';
import { parseScope } from '#lib/access/scope.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import type { SelectedItem } from '#lib/access/selection.ts';
import type { Asked } from '#lib/access/timeline.ts';
import type { ToldVersion, VersionPage } from '#lib/server/configurations/told-versions.ts';

/**
 * Some versions as the page of the history needs them. What they hold alike is one object, which the
 * browser is sent once.
 */
export function tellPage({ versions, previous, next, ...page }: VersionPage) {
	const item = onceEach<SelectedItem>();
	const permission = onceEach<RequestedPermission>();
	const askedBy = (scope: string): Asked | null => {
		const { permissions, problems } = parseScope(scope);
		return problems.length > 0 ? null : permissions.map(permission);
	};
	return {
		...page,
		versions: versions.map(({ locked, scope, ...facts }, index) => ({
			...facts,
			/** Null where it cannot be read. */
			asked: askedBy(scope),
			locked: locked && { selection: locked.selection.map(item), purposes: locked.purposes },
			changed: countChanged(versions[index + 1] ?? previous, locked)
		})),
		/** What the version before these asks, and the one after; undefined where there is none. */
		before: previous ? askedBy(previous.scope) : undefined,
		after: next ? askedBy(next.scope) : undefined
	};
}

/** How many items and purposes changed; null where one of the two cannot be read. */
function countChanged(before: ToldVersion | null, locked: LockedSelection | null) {
	if (!locked || before?.locked === null) return null;
	const { items, purposes } = diffLocked(before?.locked ?? null, locked);
	return { items: countChanges(items), purposes: purposes.length };
}

/** Gives the first of what is alike for all that follow. */
function onceEach<T extends object>(): (one: T) => T {
	const known = new Map<string, T>();
	return (one) => {
		const key = JSON.stringify(one);
		const first = known.get(key) ?? one;
		known.set(key, first);
		return first;
	};
}
