import { resolve } from '$app/paths';
import { sandboxPath } from '#lib/access/connect-url/sandbox-link.ts';
import { findFleetVehicle } from '#lib/server/fleet/fleet-page.ts';
import { listToldBy } from '#lib/server/webhooks/subscribable.ts';
import { stepsUntilNow } from '#lib/vehicles/trail/trail.ts';
import { doingOf } from '#lib/vehicles/trail/step.ts';
import { error } from '@sveltejs/kit';
import { formatRehearsal } from '../../../../../rehearsal-time.ts';
import { brandAndModel } from './about/brand-and-model.ts';
import { cellOf } from '../cells/cells.ts';
import { nowOf } from '../fleet/rows.ts';
import type { PageServerLoad } from './$types.js';
import { plotOf } from './plot/plot.ts';
import { itemsOf, supportsOf } from './about/supports.ts';
import { tilesOf } from './state/tiles.ts';
import { callsOf } from './values/calls.ts';
import { groupsOf, nextFetch, valuesOf } from './values/values.ts';
import * as words from './words.en.ts';

export { actions } from './actions.ts';

export const load: PageServerLoad = async ({ params, url, parent, locals, depends }) => {
	depends('valetkey:vehicle');
	const { clientId, vehicleId } = params;
	const { published, draft } = await parent();
	const found = await findFleetVehicle(locals.context, clientId, vehicleId);
	if (!found) {
		error(404, {
			message: words.noSuchVehicle,
			way: {
				label: words.seeVehicles,
				href: resolve('/(dashboard)/apps/[clientId]/vehicles', { clientId })
			}
		});
	}
	const { vehicle, name, brand, username, reach } = found;
	const webhooks = await listToldBy(locals.context, {
		clientId,
		connectionId: reach?.connectionId ?? null
	});
	const { life, profile } = vehicle;
	const { state } = life;
	const doing = doingOf(state);
	const items = itemsOf(published?.selection ?? draft.selection);
	const chosen = new Set(items.map(({ code }) => code));
	const all = url.searchParams.get('values') === 'all';
	const search = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const wanted = search.toLowerCase();
	const values = valuesOf(life);
	const cells = new Map(
		reach && items.map((item) => [item.code, cellOf(reach.facts, vehicle, item)])
	);
	return {
		title: `${brand} ${vehicle.model}`,
		subtitle: [
			profile.powertrain ?? words.unknownPowertrain,
			nowOf(vehicle, doing),
			reach ? words.connected : words.notConnected
		].join(' · '),
		now: formatRehearsal(state.time),
		vehicle: {
			id: vehicle.id,
			name,
			vin: vehicle.vin,
			username,
			deleted: vehicle.deletedAt !== null,
			profile: words.answersAsText(brandAndModel(profile), words.REGIONS[profile.region])
		},
		addedByHand: vehicle.addedAt !== null,
		webhooks,
		connection: reach && {
			id: reach.connectionId,
			version: reach.version,
			since: formatRehearsal(reach.connectedAt).date,
			passwordCurrent: reach.facts.account.passwordCurrent,
			plan: reach.facts.plan.limit === null ? null : words.callsOf(reach.facts.plan)
		},
		tiles: tilesOf(life),
		open: state.open,
		routine: state.routine,
		behaviour: life.behaviour,
		delays: {
			report: life.delays.report / 1000,
			every: life.delays.every / 1000,
			ingest: life.delays.ingest / 1000
		},
		isCharged: profile.battery !== undefined,
		plot: plotOf(
			stepsUntilNow(life.trail, state),
			profile.battery ? state.chargeSettings.limit : null
		),
		nextFetch: formatRehearsal(nextFetch(life)).seconds,
		view: { all, search },
		added: url.searchParams.has('added'),
		counts: {
			selected: values.filter(({ code }) => chosen.has(code)).length,
			all: values.length
		},
		values: values
			.filter(({ code }) => all || chosen.has(code))
			.filter((value) => `${value.name} ${value.code}`.toLowerCase().includes(wanted))
			.map((value) => ({ ...value, cell: cells.get(value.code) ?? null })),
		calls: callsOf(items, cells).filter(({ name, code }) =>
			`${name} ${code}`.toLowerCase().includes(wanted)
		),
		groups: groupsOf(values),
		supports: supportsOf(vehicle, items, reach?.facts.granted ?? null),
		connect:
			published &&
			sandboxPath({
				clientId,
				make: vehicle.make,
				singleSelect: 'true',
				singleSelectVin: vehicle.vin,
				mode: 'simulated',
				...(reach && { approvalPrompt: 'force' })
			})
	};
};
