import { resolve } from '$app/paths';
import { changeBrandPassword, moveWholeBrand } from '#lib/server/fleet/brand-accounts.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { fetchNow, tuneVehicle } from '#lib/server/fleet/tune.ts';
import { findVehicle } from '#lib/server/fleet/vehicles.ts';
import { text } from '#lib/server/http/fields.ts';
import { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm, type ApplicationForm } from '../../application-form.ts';
import { ACTS } from './state/tiles.ts';
import { Behaviour, delaysOf, Distance, Signal, Turn } from './forms.ts';
import { toldActions } from './told/told-actions.ts';
import { nextFetch } from './values/values.ts';
import * as marks from '../cells/words.en.ts';
import * as words from './words.en.ts';

/** What a form of this page is answered with. */
interface Answer {
	readonly form: 'state' | 'set' | 'behaviour' | 'account' | 'delete';
	/** What was done, in words. */
	readonly done?: string;
	/** Why nothing was done. */
	readonly error?: string;
	/** Signal that was set, and what was typed. */
	readonly code?: string;
	readonly body?: string;
}

const Params = z.object({ vehicleId: z.string() });

const idOf = ({ event }: ApplicationForm) => Params.parse(event.params).vehicleId;

const refusedIn =
	(form: Answer['form']) =>
	({ message }: { readonly message: string }): Answer => ({ form, error: message });

/** Lets an event happen to the vehicle of the page, and says in words what became of it. */
async function happen(about: ApplicationForm, event: unknown, more: Partial<Answer> = {}) {
	const form = more.form ?? 'state';
	const parsed = VehicleEvent.safeParse(event);
	if (!parsed.success) return fail<Answer>(400, { ...more, form, error: words.noSuchAct });
	const result = await happenTo(about.context, idOf(about), parsed.data);
	if (!result.ok) {
		const error =
			result.code === 'NO_SUCH_VEHICLE' ? words.deletedHere : marks.REFUSALS[result.code];
		return fail<Answer>(400, { ...more, form, error });
	}
	const vehicle = await findVehicle(about.context, idOf(about));
	const wait = vehicle ? Math.ceil((nextFetch(vehicle.life) - vehicle.life.state.time) / 1000) : 0;
	return { form, done: words.didIt(parsed.data.event, wait) } satisfies Answer;
}

export const actions = {
	...toldActions,
	act: applicationForm(
		z.object({ act: text }),
		({ act }, about) => happen(about, Object.entries(ACTS).find(([name]) => name === act)?.[1]),
		refusedIn('state')
	),
	drive: applicationForm(
		z.object({ km: Distance }),
		({ km }, about) => happen(about, { event: 'drive', ...(km !== null && { km }) }),
		refusedIn('state')
	),
	turn: applicationForm(
		Turn,
		({ what, how }, about) => happen(about, { event: how, what }),
		refusedIn('state')
	),
	routine: applicationForm(
		z.object({ routine: text }),
		({ routine }, about) => happen(about, { event: 'routine', routine }),
		refusedIn('state')
	),
	set: applicationForm(
		Signal,
		({ code, body }, about) => {
			const more: Partial<Answer> = { form: 'set', code, body };
			const read = parseJson(body);
			if (!read) return fail<Answer>(400, { form: 'set', code, body, error: words.notJson });
			return happen(about, { event: 'set', signals: { [code]: read } }, more);
		},
		refusedIn('set')
	),
	fetch: applicationForm(
		z.object({}),
		async (_, about) =>
			(await fetchNow(about.context, idOf(about)))
				? ({ form: 'state', done: words.fetched } satisfies Answer)
				: fail<Answer>(400, { form: 'state', error: words.deletedHere }),
		refusedIn('state')
	),
	behaviour: applicationForm(
		Behaviour,
		async (input, about) => {
			const tuning = { behaviour: input.behaviour, delays: delaysOf(input) };
			return (await tuneVehicle(about.context, idOf(about), tuning))
				? ({ form: 'behaviour', done: words.saved } satisfies Answer)
				: fail<Answer>(400, { form: 'behaviour', error: words.deletedHere });
		},
		refusedIn('behaviour')
	),
	password: applicationForm(
		z.object({}),
		async (_, about) =>
			(await changeBrandPassword(about.context, idOf(about)))
				? ({ form: 'account', done: words.passwordChanged } satisfies Answer)
				: fail<Answer>(400, { form: 'account', error: words.noSuchVehicle }),
		refusedIn('account')
	),
	brand: applicationForm(
		z.object({}),
		async (_, about) => {
			const vehicle = await findVehicle(about.context, idOf(about));
			if (!vehicle) return fail<Answer>(400, { form: 'account', error: words.noSuchVehicle });
			const moved = await moveWholeBrand(about.context, vehicle.make);
			return { form: 'account', done: words.brandMoved(moved) } satisfies Answer;
		},
		refusedIn('account')
	),
	delete: applicationForm(
		z.object({}),
		async (_, about) => {
			const deleted = await deleteVehicle(about.context, idOf(about));
			if (!deleted) return fail<Answer>(400, { form: 'delete', error: words.deletedHere });
			const { clientId } = about;
			redirect(
				303,
				`${resolve('/(dashboard)/apps/[clientId]/vehicles', { clientId })}?deleted=true`
			);
		},
		refusedIn('delete')
	)
};

function parseJson(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}
