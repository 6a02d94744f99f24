import { ERROR_PAGES } from '#lib/vehicles/call/error-pages.ts';
import { errorWords } from '#lib/vehicles/call/error-words.en.ts';
import { platformError } from '#lib/vehicles/call/platform-errors.ts';
import {
	metaBody,
	subjectBody,
	type EventBody,
	type Subject,
	type VehicleEventFacts
} from './event.ts';
import { signalNames } from './signal.ts';
import type { ToldError } from './told-errors.ts';

/** `VEHICLE_ERROR`, without what each attempt adds: errors that began, or that ended. */
export function vehicleError(
	facts: VehicleEventFacts,
	{ errors, ...subject }: Subject & { readonly errors: readonly ToldError[] }
): EventBody {
	return {
		eventId: facts.eventId,
		eventType: 'VEHICLE_ERROR',
		data: { ...subjectBody(subject), errors: errors.map(errorBody) },
		meta: metaBody(facts)
	};
}

function errorBody({ name, state, signals }: ToldError): object {
	const error = platformError(name);
	const { description, suggestedUserMessage } = errorWords(error);
	return {
		type: error.type,
		code: error.code,
		state,
		description,
		docURL: `${ERROR_PAGES}/${error.page}`,
		...(suggestedUserMessage !== null && { suggestedUserMessage }),
		// Nothing is left to be done about one that ended.
		...(state === 'ERROR' && { resolution: { type: error.resolution } }),
		...(signals.length > 0 && { signals: signals.map(signalNames) })
	};
}
