import { resolve } from '$app/paths';
import { readPowertrainFilter } from '#lib/server/applications/powertrain-filter.ts';
import { countKeptOut } from '#lib/server/connect/kept-out.ts';
import { addKinds } from '#lib/server/fleet/add-kinds.ts';
import { pageOfFleet } from '#lib/server/fleet/fleet-page.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { z } from 'zod';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { rarerMarks } from './cells/rarer-marks.ts';
import { groupItems, firstItems } from './fleet/columns.ts';
import { rowOf } from './fleet/rows.ts';
import { powertrainOf, POWERTRAINS, readView } from './fleet/view.ts';
import * as common from './common/words.en.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params: { clientId }, url, parent, locals }) => {
	const { published, draft } = await parent();
	const view = readView(url.searchParams);
	const { context } = locals;
	const [fleet, filter] = await Promise.all([
		pageOfFleet(context, clientId, { ...view, powertrain: powertrainOf(view) }),
		readPowertrainFilter(context, clientId)
	]);
	const keptOut = filter ? await countKeptOut(context, clientId, filter) : 0;
	const settings = resolve('/(dashboard)/apps/[clientId]/settings', { clientId });
	const selection = published?.selection ?? draft.selection;
	const groups = firstItems(groupItems(selection, view.permission));
	const items = groups.flatMap((group) => group.items);
	const publish = resolve('/(dashboard)/apps/[clientId]/publish', { clientId });
	const rows = fleet.vehicles.map((one) =>
		rowOf(one, items, { clientId, filter, settings, publish, isPublished: published !== null })
	);
	const cells = rows.map((row) => row.cells ?? []);
	return {
		title: common.vehicles,
		subtitle: words.lead(fleet.all, fleet.connected, published?.number ?? null),
		view: { ...view, page: fleet.page },
		list: {
			all: fleet.all,
			total: fleet.total,
			page: fleet.page,
			pages: fleet.pages,
			edges: fleet.edges,
			damaged: fleet.damaged,
			counts: POWERTRAINS.map((name) => ({
				name,
				count: fleet.counts.get(name === 'unknown' ? null : name) ?? 0
			}))
		},
		groups: groups.map(({ name, required, items }) => ({ name, required, span: items.length })),
		columns: groups.flatMap((group) =>
			group.items.map(({ code, name }, index) => ({ code, name, first: index === 0 }))
		),
		selected: selection.length,
		rows,
		answered: items.map((_, index) => cells.filter((row) => row[index]?.mark === 'granted').length),
		rarer: rarerMarks(cells.flat()),
		refused: keptOut === 0 ? null : words.wouldBeRefused(keptOut),
		profiles: PROFILES.length,
		deleted: url.searchParams.has('deleted')
	};
};

/** What a form of this page is answered with. */
interface Answer {
	readonly done?: string;
	readonly error?: string;
}

export const actions: Actions = {
	profiles: applicationForm(
		z.object({}),
		async (_, { context }): Promise<Answer> => ({
			done: words.profilesAdded(await addKinds(context))
		}),
		({ message }): Answer => ({ error: message })
	)
};
