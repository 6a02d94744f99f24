import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import { readV2 } from '#lib/vehicles/api-v2/read.ts';
import { V2_READINGS } from '#lib/vehicles/api-v2/readings.ts';
import { UNITS } from '#lib/vehicles/api-v2/units.ts';
import { askedError } from '#lib/vehicles/call/platform-errors.ts';
import { findAccount } from '../../connect/vehicle-accounts.ts';
import type { KeptVehicle } from '../../fleet/vehicles.ts';
import type { Call } from '../call.ts';
import type { ItemRequest } from './answer-item.ts';
import { v2Refusal } from './answers.ts';
import { readDays } from './days.ts';
import { vehicleAnswer } from './vehicle-answer.ts';

/** The one endpoint that tells of who signed in. */
const OF_THE_ACCOUNT = 'v2-user-info';

/** Reads of a vehicle what its application may know. */
export async function readItem(
	{ context, envelope }: Pick<Call, 'context' | 'envelope'>,
	{ code }: CatalogItem,
	{ make, model, year, accountId, life }: KeptVehicle,
	{ vehicle, units, query }: Pick<ItemRequest, 'vehicle' | 'units' | 'query'>
): Promise<JsonAnswer> {
	const reading = V2_READINGS[code];
	if (!reading) throw new TypeError(`Nothing reads ${code}`);
	const days = readDays(query);
	if (!days.ok) return v2Refusal(envelope.id, 'VALIDATION', { detail: [days.problem] });
	const account =
		code === OF_THE_ACCOUNT
			? await context.read((transaction) => findAccount(transaction, accountId))
			: null;
	const username = account?.username ?? null;
	const about = { id: vehicle.id, make, model, year, username, days, units: UNITS[units] };
	const read = readV2(life, reading, about);
	if (read.kind === 'refused') {
		const { type, code: why } = read.error;
		return v2Refusal(envelope.id, askedError(`${type}:${why}`));
	}
	const { body, dataAge, fetchedAt } = read;
	return vehicleAnswer(envelope.id, body, { units, dataAge, fetchedAt });
}
