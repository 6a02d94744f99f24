import { userIdOf } from '../../connect/told-ids.ts';
import { asCaller, endpoint } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';

/** `GET /v2.0/user`: the id of the account that consented. */
export const user = endpoint<Bearer, Bearer>({
	who: readBearer,
	limit: limitBearer,
	permission: asCaller,
	answer: async ({ context, envelope }, bearer) =>
		plainJson({ id: await userIdOf(context, bearer) }, envelope.id)
});
