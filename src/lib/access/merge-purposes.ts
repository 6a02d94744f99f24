import type { PermissionName } from './permission.ts';
import { changedPurposes, pickPurposes, type Purposes } from './purposes.ts';

interface PurposeMerge {
	/** Both sides' changes; where they conflict, mine. */
	readonly merged: Purposes;
	readonly conflicts: readonly PermissionName[];
}

/** Three-way merge: what one side alone changed is kept. */
export function mergePurposes(base: Purposes, mine: Purposes, theirs: Purposes): PurposeMerge {
	const byMe = new Set(changedPurposes(base, mine));
	const byThem = new Set(changedPurposes(base, theirs));
	return {
		merged: pickPurposes((name) => (byMe.has(name) ? mine : theirs)[name]),
		conflicts: changedPurposes(mine, theirs).filter((name) => byMe.has(name) && byThem.has(name))
	};
}
