import { officialCatalog } from '#lib/access/catalog/official.ts';
import { environmentOf } from '#lib/access/connect-url/snippets/environment.ts';
import { derive } from '#lib/access/derive.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { isLeft } from '#lib/faults/rules.ts';
import { listRulesMeeting } from '#lib/server/faults/rules.ts';
import { nameVehicles } from '#lib/server/fleet/names.ts';
import { wordFilterProblem } from '#lib/server/programs/control/request-words.ts';
import { clearRequests } from '#lib/server/recorder/clear-requests.ts';
import {
	countRequests,
	findRequest,
	listRequests,
	vehiclesAsked,
	type RecordedRequest
} from '#lib/server/recorder/list-requests.ts';
import { readFilter } from '#lib/server/recorder/request-filter.ts';
import { z } from 'zod';
import { formatRehearsal } from '../../../../rehearsal-time.ts';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { openedRequest } from './opened/opened.ts';
import { toneOf } from './tone.ts';
import { readView } from './view.ts';
import * as words from './words.en.ts';

/** Rows of a page. */
const SHOWN = 50;

export const load: PageServerLoad = async ({ params, url, parent, locals, depends }) => {
	depends('valetkey:requests');
	const { context, origin } = locals;
	const { published, draft } = await parent();
	const view = readView(url.searchParams);
	const { filter, problems } = readFilter(url.searchParams);
	const clientId = view.nobodys ? null : params.clientId;
	const before = view.before ?? undefined;
	const found = await listRequests(context, { clientId, filter, before, most: SHOWN + 1 });
	const rows = found.slice(0, SHOWN);
	const [first = found[0]] =
		before === undefined ? [] : await listRequests(context, { clientId, filter, most: 1 });
	const [counts, all, ofNobody, asked, opened, rules] = await Promise.all([
		countRequests(context, { clientId, filter }),
		countRequests(context, { clientId, filter: {} }),
		countRequests(context, { clientId: null, filter: {} }),
		vehiclesAsked(context, clientId),
		view.open === null ? null : findRequest(context, params.clientId, view.open),
		listRulesMeeting(context, params.clientId)
	]);
	const names = await nameVehicles(context, asked);
	const nameOf = (id: string | null) => (id === null ? '' : (names.get(id)?.name ?? id));
	return {
		title: words.requests,
		view,
		problems: problems.map((problem) => wordFilterProblem(problem).message),
		counts,
		/** Whatever is looked for. */
		stored: all.all,
		ofNobody: ofNobody.all,
		faultsOn: rules.filter(isLeft).length,
		permissions: PERMISSION_NAMES,
		vehicles: asked.map((id) => ({ id, name: nameOf(id) })),
		rows: rows.map((row) => rowOf(row, nameOf(row.vehicleId))),
		/** Id of the newest there is, on whatever page. */
		newest: first?.id ?? 0,
		older: found.length > SHOWN ? (rows.at(-1)?.id ?? null) : null,
		opened:
			opened &&
			openedRequest(opened, origin, {
				clientId: params.clientId,
				draft: new Set(derive(draft.selection, officialCatalog).map(({ name }) => name)),
				published: new Set(published?.access.map(({ name }) => name))
			}),
		sdkLines: environmentOf('node', { kind: 'sandbox', origin }, params)
	};
};

/** Forgets what is listed; what the recorder counted stays. */
export const actions: Actions = {
	clear: applicationForm(
		z.object({}),
		async (_, { context, clientId, event }) => {
			const { nobodys } = readView(event.url.searchParams);
			await clearRequests(context, nobodys ? null : clientId);
			return { done: words.cleared };
		},
		({ message }) => ({ error: message })
	)
};

function rowOf(row: RecordedRequest, vehicle: string) {
	const [permission = words.none, ...others] = row.permissions;
	return {
		id: row.id,
		time: formatRehearsal(row.at).seconds,
		method: row.method,
		path: row.path.replace(/\?.*$/s, '').replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/gi, '/…'),
		status: row.status === 0 ? words.noAnswer : String(row.status),
		tone: toneOf(row.status),
		permission: others.length === 0 ? permission : `${permission} ${words.more(others.length)}`,
		vehicle,
		fault: row.fault && words.fault(row.fault.name)
	};
}
