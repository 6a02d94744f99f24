import { officialCatalog } from '#lib/access/catalog/official.ts';
import { formatConfiguration } from '#lib/access/configuration.ts';
import type { DraftContent } from '#lib/access/draft-content.ts';
import { diffLocked, lockIn, type LockedSelection } from '#lib/access/diff.ts';
import { rowId } from '#lib/server/http/fields.ts';
import {
	pageOfVersions,
	tellVersion,
	type ToldVersion
} from '#lib/server/configurations/told-versions.ts';
import { restoreIntoDraft } from '#lib/server/configurations/versions.ts';
import type { Context } from '#lib/server/context.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../words.ts';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { COMPARE, parsePage, parsePair } from './compare.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params, url, depends, locals }) => {
	depends('valetkey:application');
	const page = parsePage(url.searchParams.get('page'));
	const [from, to] = [url.searchParams.get('from'), url.searchParams.get('to')];
	if (from !== null || to !== null) {
		const query = new URLSearchParams({ [COMPARE]: `${from ?? ''}..${to ?? ''}` });
		if (page > 1) query.set('page', String(page));
		redirect(303, `${url.pathname}?${query}`);
	}
	const list = await pageOfVersions(locals.context, params.clientId, page);
	const comparison = await compare(locals.context, params.clientId, url.searchParams.get(COMPARE));
	return {
		title: comparison?.ok
			? words.compared(comparison.before.number, comparison.after.number)
			: words.history,
		subtitle: comparison?.ok ? undefined : words.lead,
		comparison,
		total: list.total,
		page: list.page,
		pages: list.pages,
		versions: list.versions.map(({ locked, ...facts }, index) => ({
			...facts,
			locked: locked && { selection: locked.selection, purposes: locked.purposes },
			diff: diffOf(list.versions[index + 1] ?? list.previous ?? null, locked)
		}))
	};
};

export const actions: Actions = {
	/** Puts the version in `number` into the draft; publishes nothing. */
	restore: applicationForm(
		z.object({ number: rowId }),
		async ({ number }, { context, clientId }) => {
			const restored = await restoreIntoDraft(context, clientId, number);
			if (!restored.ok) return fail(400, { error: describeGone(restored) });
			return {
				number,
				undo: {
					file: fileOf(restored.replaced),
					revision: restored.draft.revision
				}
			};
		},
		({ message }) => ({ error: message })
	)
};

/** What changed since the version before; null where one of the two cannot be read. */
function diffOf(before: ToldVersion | null, locked: LockedSelection | null) {
	if (!locked || (before && !before.locked)) return null;
	const { items, purposes } = diffLocked(before?.locked ?? null, locked);
	return { changes: items, purposesChanged: purposes.length };
}

function fileOf(draft: DraftContent): string {
	const { selection, purposes } = lockIn(draft, officialCatalog);
	return formatConfiguration(selection, purposes);
}

/** @param wanted what stands in the address; null when nothing is compared */
async function compare(context: Context, clientId: string, wanted: string | null) {
	if (wanted === null) return null;
	const pair = parsePair(wanted);
	const [before, after] = await Promise.all([
		pair && tellVersion(context, clientId, pair.before),
		pair && tellVersion(context, clientId, pair.after)
	]);
	if (!before || !after) return { ok: false, message: words.nothingToCompare } as const;
	const damaged = [before, after].find(({ locked }) => !locked);
	if (!before.locked || !after.locked) {
		return { ok: false, message: words.damagedCompared(damaged?.number ?? 0) } as const;
	}
	return {
		ok: true,
		before: { number: before.number, scope: before.scope },
		after: { number: after.number, scope: after.scope },
		diff: diffLocked(before.locked, after.locked)
	} as const;
}
