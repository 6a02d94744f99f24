import { fill } from '#lib/access/owner-words/fill.ts';
import { wordsFor } from '#lib/access/owner-words/words-for.ts';
import { leaveUnsupported } from '#lib/server/connect/journey/leave.ts';
import { findUnsupported } from '#lib/server/connect/journey/offer.ts';
import { requireScreen } from '../screen.ts';
import { follow, readStep } from '../traveller.ts';
import { describeKeptOut, vehicleName } from '../vehicle-words.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const session = await requireScreen(event, 'unsupported');
	const { vehicle, keptOut } = await findUnsupported(event.locals.context, session);
	const { language, asks } = await event.parent();
	const words = wordsFor(language, asks.name);
	const named = vehicle && keptOut.length === 0 ? vehicleName(vehicle) : null;
	const { sandbox, shareVehicle, exit, otherBrand } = words;
	return {
		words: { sandbox, shareVehicle, exit, otherBrand },
		title: keptOut.length > 1 ? words.unsupportedTitles : words.unsupportedTitle,
		text:
			named === null ? words.unsupportedBrand : fill(words.unsupportedVehicle, { vehicle: named }),
		/** In place of the text. */
		keptOut: describeKeptOut(keptOut, words, language),
		canShare: vehicle !== null,
		canChangeBrand: session.request.make === null && vehicle === null
	};
};

export const actions: Actions = {
	exit: async (event) => {
		const { form, traveller } = await readStep(event);
		const share = form.get('share') === 'true';
		await follow(event, await leaveUnsupported(event.locals.context, traveller, share));
	}
};
