import { fill } from '#lib/access/owner-words/fill.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { leaveUnsupported } from '#lib/server/connect/journey/leave.ts';
import { findUnsupportedVehicle } from '#lib/server/connect/journey/offer.ts';
import { requireScreen } from '../screen.ts';
import { follow, readStep } from '../traveller.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const session = await requireScreen(event, 'unsupported');
	const vehicle = await findUnsupportedVehicle(event.locals.context, session);
	const { words } = await event.parent();
	const make = MAKES.find(({ key }) => key === vehicle?.make)?.name ?? '';
	const name = vehicle ? `${make} ${vehicle.model} ${vehicle.year}` : null;
	return {
		text: name ? fill(words.unsupportedVehicle, { vehicle: name }) : words.unsupportedBrand,
		canShare: vehicle !== null,
		canChangeBrand: session.request.make === null && vehicle === null
	};
};

export const actions: Actions = {
	exit: async (event) => {
		const { form, traveller } = await readStep(event);
		const share = form.get('share') === 'true';
		follow(event, await leaveUnsupported(event.locals.context, traveller, share));
	}
};
