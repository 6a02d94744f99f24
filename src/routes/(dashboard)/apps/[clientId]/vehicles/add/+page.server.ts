import { resolve } from '$app/paths';
import { addVehicle } from '#lib/server/fleet/add-vehicle.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { fail, redirect } from '@sveltejs/kit';
import { applicationForm } from '../../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { choices } from './choices.ts';
import { NewVehicle, toAdd } from './form.ts';
import { outcomeOf, selectedItems, typedIn } from './outcome.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const typed = typedIn(url.searchParams);
	return {
		title: words.addAVehicle,
		subtitle: words.lead,
		choices: choices(),
		typed,
		outcome: outcomeOf(typed, await selectedItems(locals.context, params.clientId))
	};
};

/** What the form is answered with: why nothing was done, and what was typed. */
interface Answer {
	readonly error: string;
	readonly typed: Readonly<Partial<Record<string, string>>>;
}

export const actions: Actions = {
	default: applicationForm(
		NewVehicle,
		async (input, { context, clientId }) => {
			const typed = { ...input, year: input.year?.toString() };
			const refused = (error: string) => fail<Answer>(400, { error, typed });
			if (input.by === 'vin' && input.vin === undefined) return refused(words.vinMissing);
			const added = await addVehicle(context, toAdd(input));
			if (!added.ok) return refused(words.NOT_ADDED[added.code]);
			const { routine } = input;
			if (routine !== 'none') await happenTo(context, added.id, { event: 'routine', routine });
			const vehicle = { clientId, vehicleId: added.id };
			redirect(
				303,
				`${resolve('/(dashboard)/apps/[clientId]/vehicles/[vehicleId]', vehicle)}?added=true`
			);
		},
		({ message, typed }): Answer => ({ error: message, typed })
	)
};
