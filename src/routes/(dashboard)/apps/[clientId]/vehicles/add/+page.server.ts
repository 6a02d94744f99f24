import { resolve } from '$app/paths';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { addVehicle } from '#lib/server/fleet/add-vehicle.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { fail, redirect } from '@sveltejs/kit';
import { applicationForm } from '../../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { NewVehicle, toAdd } from './form.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = () => ({
	title: words.addAVehicle,
	subtitle: words.lead,
	makes: MAKES.map(({ key, name }) => ({ key, name })),
	models: [...new Set(PROFILES.map(({ model }) => model))]
});

/** What the form is answered with: why nothing was done, and what was typed. */
interface Answer {
	readonly by: string;
	readonly error: string;
	readonly typed: Readonly<Partial<Record<string, string>>>;
}

export const actions: Actions = {
	default: applicationForm(
		NewVehicle,
		async (input, { context, clientId }) => {
			const typed = { ...input, year: input.year?.toString() };
			if (input.by === 'vin' && input.vin === undefined) {
				return fail<Answer>(400, { by: 'vin', error: words.vinMissing, typed });
			}
			const added = await addVehicle(context, toAdd(input));
			if (!added.ok) {
				return fail<Answer>(400, { by: input.by, error: words.NOT_ADDED[added.code], typed });
			}
			const vehicle = { clientId, vehicleId: added.id };
			redirect(
				303,
				`${resolve('/(dashboard)/apps/[clientId]/vehicles/[vehicleId]', vehicle)}?added=true`
			);
		},
		({ message, typed }): Answer => ({ by: typed.by ?? 'model', error: message, typed })
	)
};
