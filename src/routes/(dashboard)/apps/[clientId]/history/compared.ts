import { officialCatalog } from '#lib/access/catalog/official.ts';
import { diffLocked, lockIn, type LockedSelection } from '#lib/access/diff.ts';
import { formatScope, parseScope } from '#lib/access/scope.ts';
import { askedBetween } from '#lib/access/timeline.ts';
import { readDraft } from '#lib/server/configurations/drafts.ts';
import { scopesBetween, tellVersion } from '#lib/server/configurations/told-versions.ts';
import type { Context } from '#lib/server/context.ts';
import type { Pick, Picks } from './compare.ts';
import * as words from './words.en.ts';

interface Side {
	readonly pick: Pick;
	readonly scope: string;
	/** Null where it cannot be read. */
	readonly locked: LockedSelection | null;
}

/**
 * Compares the two that are marked.
 *
 * @param picks null where the address names nothing that can be compared
 * @param current number of the current version
 * @returns null where fewer than two are marked; what to say where they cannot be compared
 */
export async function compare(
	context: Context,
	clientId: string,
	{ picks, current }: { readonly picks: Picks | null; readonly current: number }
) {
	const sides = await Promise.all((picks ?? []).map((pick) => sideOf(context, clientId, pick)));
	const [before, after] = sides;
	if (!picks || before === null || after === null) return fault(words.nothingToCompare);
	if (!before || !after) return null;
	const damaged = sides.find((side) => side?.locked === null);
	if (damaged || !before.locked || !after.locked) {
		return fault(words.damagedCompared(words.nameOf(damaged?.pick ?? current)));
	}
	const numbers = [before, after].map(({ pick }) => (pick === 'draft' ? current + 1 : pick));
	const between = await scopesBetween(context, clientId, {
		after: Math.min(...numbers),
		before: Math.max(...numbers)
	});
	return {
		ok: true,
		before: { pick: before.pick, scope: before.scope },
		after: { pick: after.pick, scope: after.scope },
		diff: diffLocked(before.locked, after.locked),
		between: askedBetween(
			[before.locked.access, after.locked.access],
			between.map(({ number, scope }) => ({ number, asked: parseScope(scope).permissions }))
		)
	} as const;
}

const fault = (message: string) => ({ ok: false, message }) as const;

async function sideOf(context: Context, clientId: string, pick: Pick): Promise<Side | null> {
	if (pick !== 'draft') {
		const version = await tellVersion(context, clientId, pick);
		return version && { pick, scope: version.scope, locked: version.locked };
	}
	const draft = await readDraft(context, clientId);
	const locked = draft && lockIn(draft, officialCatalog);
	return locked && { pick, scope: formatScope(locked.access), locked };
}
