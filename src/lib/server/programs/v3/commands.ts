import type { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { Refused } from '../endpoint.ts';
import { v3Answer } from './answers.ts';
import { commandBody } from './bodies/execution.ts';
import { vehicleEndpoint } from './endpoint.ts';
import type { CommandCode } from './codes.ts';
import { askedCommand, orderReached } from './order.ts';
import {
	SetDestinationRequest,
	SetLimitRequest,
	type SentAttributes
} from './schemas/execution.ts';
import { readSent } from './sent.ts';

/**
 * `POST /v3/vehicles/{id}/commands/…`: tells a vehicle what to do.
 *
 * @param form of what is sent; null where a body does not matter
 */
function commandEndpoint(code: CommandCode, form: z.ZodType<SentAttributes> | null): Endpoint {
	return vehicleEndpoint({
		userRequired: true,
		item: () => askedCommand(code),
		answer: async (call, reach) => {
			const sent = form && (await readSent(call, form));
			if (sent instanceof Refused) return sent.answer;
			const done = await orderReached(call, reach, code, sent && sent.data.attributes);
			if (done instanceof Refused) return done.answer;
			return v3Answer(call.envelope.id, commandBody(code, done));
		}
	});
}

export const startCharge = commandEndpoint('charge-start', null);
export const stopCharge = commandEndpoint('charge-stop', null);
export const setChargeLimit = commandEndpoint('charge-set-limit', SetLimitRequest);
export const openChargePort = commandEndpoint('charge-port-open', null);
export const closeChargePort = commandEndpoint('charge-port-close', null);
export const lock = commandEndpoint('security-lock', null);
export const unlock = commandEndpoint('security-unlock', null);
export const setDestination = commandEndpoint('navigation-set-destination', SetDestinationRequest);
