import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { endpoint, Refused, type Endpoint } from '../endpoint.ts';
import type { CalledItem } from '../vehicle-call.ts';
import { limitBearer } from './bearer.ts';
import { readCaller, type Caller } from './caller.ts';
import { checkNames, reachVehicle, refusalOf, type Reach } from './reach.ts';
import { answerPublished } from './published/answer.ts';

/** One item of the catalog that a call asks a vehicle for. */
export interface AskedItem extends CalledItem {
	readonly item: CatalogItem;
}

interface VehicleSteps {
	/** Whether a token of a whole application has to name the owner. */
	readonly userRequired: boolean;
	/** What is asked for, or the refusal of what does not exist. */
	readonly item: (call: Call) => AskedItem | Refused;
	readonly answer: (call: Call, reach: Reach) => Promise<Answer> | Answer;
}

/** What an address answers that asks a vehicle for one thing. */
export function vehicleEndpoint({ userRequired, item: itemOf, answer }: VehicleSteps): Endpoint {
	return vehicleCall(async (call, caller) => {
		const misnamed = checkNames(call, caller, userRequired);
		if (misnamed) return misnamed;
		if (!caller.vehicle) return reachVehicle(call, caller, []);
		const asked = itemOf(call);
		if (asked instanceof Refused) return asked;
		const reach = await reachVehicle(call, caller, [asked]);
		if (reach instanceof Refused) return reach;
		const [judgement] = reach.judgements;
		if (!judgement) throw new TypeError('What was asked for was not judged.');
		return refusalOf(call, reach, { item: asked.item, judgement }) ?? reach;
	}, answer);
}

/** The same where it is decided by each address what of the vehicle is reached. */
export function vehicleCall(
	permission: (call: Call, caller: Caller) => Promise<Reach | Refused>,
	answer: VehicleSteps['answer']
): Endpoint {
	return endpoint<Caller, Reach>({
		who: async (call) => answerPublished(call) ?? readCaller(call),
		limit: limitBearer,
		permission,
		answer: async (call, reach) => answer(call, reach)
	});
}
