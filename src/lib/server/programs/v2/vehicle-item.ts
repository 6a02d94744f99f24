import { queryOf, type Call } from '../call.ts';
import { endpoint, Refused } from '../endpoint.ts';
import { nothingAt } from '../dialect.ts';
import { v2Refusal } from './answers.ts';
import { answerAllowed, judgeItem, type AllowedItem } from './answer-item.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { isCommand, type Sent } from './order-item.ts';
import { findOperation } from './operations.ts';
import { pathBeneath } from './path-beneath.ts';
import { readSent } from './read-sent.ts';
import { readUnits } from './units.ts';
import { vehicleOf } from './vehicle-of.ts';

/** Every address beneath a vehicle that tells something of it or has it do something. */
export const vehicleItem = endpoint<Bearer, AllowedItem>({
	who: readBearer,
	limit: limitBearer,
	permission: async (call, bearer) => {
		const { pathname, request } = call;
		const vehicle = vehicleOf(call, bearer);
		if (vehicle instanceof Refused) return vehicle;
		const operation = findOperation(request.method, pathBeneath(pathname));
		if (!operation) return nothing(call);
		const units = readUnits(call);
		if (units instanceof Refused) return units;
		const query = queryOf(request);
		const sends = isCommand(operation.items[0]);
		const sent: Sent = sends ? await readSent(call) : { ok: true, value: {} };
		const asked = { operation, vehicle, units, query, sent: withPlace(sent, query) };
		const judged = await judgeItem(call, asked);
		return 'kept' in judged ? judged : new Refused(judged);
	},
	answer: answerAllowed
});

/** A word that is no brand, where one stands. */
function nothing({ envelope, pathname }: Pick<Call, 'envelope' | 'pathname'>): Refused {
	const { message: description } = nothingAt(pathname);
	return new Refused(v2Refusal(envelope.id, 'RESOURCE_NOT_FOUND:PATH', { description }));
}

/** The place of a charge schedule stands in the query. */
function withPlace(sent: Sent, query: URLSearchParams): Sent {
	const [latitude, longitude] = [query.get('latitude'), query.get('longitude')];
	if (latitude === null || longitude === null || !sent.ok) return sent;
	const { value } = sent;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return sent;
	const place = { latitude: Number(latitude), longitude: Number(longitude) };
	return { ok: true, value: { ...value, ...place } };
}
