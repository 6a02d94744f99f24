import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import { canAnswer } from '#lib/vehicles/api-v2/capable.ts';
import type { UnitSystem } from '#lib/vehicles/api-v2/units.ts';
import type { Call } from '../call.ts';
import type { KeptVehicle } from '../../fleet/vehicles.ts';
import { callVehicle } from '../vehicle-call.ts';
import { v2Refusal } from './answers.ts';
import { refusalOf } from './judged.ts';
import { isCommand, itemFor, orderItem, type Sent } from './order-item.ts';
import type { Operation } from './operations.ts';
import { readItem } from './read-item.ts';
import type { Reached } from './vehicle-of.ts';

/** A request beneath a vehicle once all of it is read. */
export interface ItemRequest {
	readonly operation: Operation;
	readonly vehicle: Reached;
	readonly units: UnitSystem;
	readonly query: URLSearchParams;
	/** What came with it; a batch sends nothing. */
	readonly sent: Sent;
}

type Asking = Pick<Call, 'context' | 'envelope'>;

/** A request that nothing stands against, with the vehicle as it met that. */
export interface AllowedItem {
	readonly request: ItemRequest;
	readonly item: CatalogItem;
	readonly kept: KeptVehicle;
}

/** Judges one request beneath a vehicle, which counts as a call. @returns the refusal, or what is allowed */
export async function judgeItem(
	asking: Asking,
	request: ItemRequest
): Promise<AllowedItem | JsonAnswer> {
	const { operation, vehicle, sent } = request;
	const item = itemFor(operation.items, sent);
	const isOtherBrand = ({ make }: Pick<KeptVehicle, 'make'>) =>
		operation.make !== null && operation.make !== make;
	const called = await callVehicle(asking, { ...vehicle, granted: vehicle.permissions }, [
		{
			code: item.code,
			permissions: item.permissions,
			capable: (profile, kept) =>
				!isOtherBrand(kept) && canAnswer(item, { make: kept.make, profile })
		}
	]);
	const [judgement] = called?.judgements ?? [];
	// It was disconnected in between.
	if (!called || !judgement) return v2Refusal(asking.envelope.id, 'PERMISSION');
	const otherBrand = isOtherBrand(called.vehicle);
	return (
		refusalOf(asking, judgement, { item, vehicle, otherBrand }) ?? {
			request,
			item,
			kept: called.vehicle
		}
	);
}

/** Reads or does what is allowed. */
export function answerAllowed(
	asking: Asking,
	{ request, item, kept }: AllowedItem
): Promise<JsonAnswer> {
	return isCommand(item)
		? orderItem(asking, item, request.vehicle, request.sent)
		: readItem(asking, item, kept, request);
}
