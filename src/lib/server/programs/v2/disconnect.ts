import { UUID } from '#lib/access/client-id.ts';
import { endAsApplication, type ConnectionFilter } from '../../connect/told-connections.ts';
import { endpoint, Refused } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { v2Refusal } from './answers.ts';
import type { BasicClient } from './basic-client.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { limitManagement, readManagementCaller } from './management-caller.ts';
import { vehicleOf } from './vehicle-of.ts';

interface Ending {
	readonly clientId: string;
	readonly which: ConnectionFilter | { readonly id: string };
}

const readManagement = readManagementCaller('basic');

/**
 * `DELETE /v2.0/vehicles/{id}/application`: its application gives back what an owner granted. With
 * the management token no token of the owner is needed.
 */
export const disconnect = endpoint<Bearer | BasicClient, Ending>({
	who: (call) =>
		/^basic /i.test(call.request.headers.get('authorization') ?? '')
			? readManagement(call)
			: readBearer(call),
	limit: (call, caller) =>
		'vehicles' in caller ? limitBearer(call, caller) : limitManagement(call, caller),
	permission: (call, caller) => {
		const { clientId } = caller;
		if ('vehicles' in caller) {
			const vehicle = vehicleOf(call, caller);
			if (vehicle instanceof Refused) return vehicle;
			return { clientId, which: { id: vehicle.connectionId } };
		}
		const { vehicleId = '' } = call.params;
		const known = UUID.test(vehicleId);
		if (!known) return new Refused(v2Refusal(call.envelope.id, 'VALIDATION'));
		return { clientId, which: { vehicleId: vehicleId.toLowerCase() } };
	},
	answer: async ({ context, envelope }, { clientId, which }) => {
		const ended = await context.write((transaction) =>
			endAsApplication(transaction, clientId, which)
		);
		if (ended.length === 0) return v2Refusal(envelope.id, 'PERMISSION');
		return plainJson({ status: 'success' }, envelope.id);
	}
});
