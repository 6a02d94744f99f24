import { endAsApplication } from '../../connect/told-connections.ts';
import { endpoint } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { vehicleOf, type Reached } from './vehicle-of.ts';

/** `DELETE /v2.0/vehicles/{id}/application`: its application gives back what an owner granted. */
export const disconnect = endpoint<Bearer, Reached>({
	who: readBearer,
	limit: limitBearer,
	permission: vehicleOf,
	answer: async ({ context, envelope }, { clientId, connectionId }) => {
		await context.write((transaction) =>
			endAsApplication(transaction, clientId, { id: connectionId })
		);
		return plainJson({ status: 'success' }, envelope.id);
	}
});
