import { officialCatalog } from '#lib/access/catalog/official.ts';
import { formatConfiguration } from '#lib/access/configuration.ts';
import type { DraftContent } from '#lib/access/draft-content.ts';
import { lockIn } from '#lib/access/diff.ts';
import { rowId } from '#lib/server/http/fields.ts';
import { pageOfVersions } from '#lib/server/configurations/told-versions.ts';
import { restoreIntoDraft } from '#lib/server/configurations/versions.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../words.ts';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { COMPARE, parsePage, parsePicks, type Picks } from './compare.ts';
import { compare } from './compared.ts';
import { tellPage } from './told.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params: { clientId }, url, depends, locals }) => {
	depends('valetkey:application');
	const page = parsePage(url.searchParams.get('page'));
	const list = await pageOfVersions(locals.context, clientId, page);
	const picks = parsePicks(url.searchParams.get(COMPARE));
	const comparison = await compare(locals.context, clientId, { picks, current: list.total });
	/** What cannot be compared is not marked. */
	const marked: Picks = picks && comparison?.ok !== false ? picks : [];
	return {
		title: words.history,
		comparison,
		picks: marked,
		...tellPage(list)
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

function fileOf(draft: DraftContent): string {
	const { selection, purposes } = lockIn(draft, officialCatalog);
	return formatConfiguration(selection, purposes);
}
