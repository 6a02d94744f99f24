import { officialCatalog } from '#lib/access/catalog/official.ts';
import { judgeCall, type CallJudgement } from '#lib/vehicles/call/judge.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { MINUTE } from '#lib/vehicles/spans.ts';
import { changesAround, type SeenChange, type Span } from '#lib/webhooks/changes-around.ts';
import { explainWhy, type Why, type WhyFacts } from '#lib/webhooks/why.ts';
import type { Context } from '../context.ts';
import { findSubscriptionOf, nearestEvent, type NearEvent } from '../webhooks/around.ts';
import type { Webhook } from '../webhooks/webhooks.ts';
import { findFleetVehicle, type FleetVehicle } from './fleet-page.ts';

/** How long before and after a moment what belongs to it is looked for. */
const BEFORE = 2 * MINUTE;
const AFTER = 10 * MINUTE;

/** Why a webhook told nothing of a vehicle at a moment, and what was found on the way. */
export interface WhyNotTold {
	readonly why: Why;
	readonly facts: WhyFacts;
	readonly vehicle: FleetVehicle;
	readonly span: Span;
	/** What changed at the fetch that is looked at. */
	readonly changes: readonly SeenChange[];
	readonly event: NearEvent | null;
}

/**
 * @param webhook null where the application has none
 * @param moment of the rehearsal; null for now
 * @returns null where there is no such vehicle
 */
export async function whyNotTold(
	context: Context,
	{
		clientId,
		webhook,
		vehicleId,
		moment: asked
	}: {
		readonly clientId: string;
		readonly webhook: Webhook;
		readonly vehicleId: string;
		readonly moment: number | null;
	}
): Promise<WhyNotTold | null> {
	return context.read(async (transaction) => {
		const { now } = transaction;
		const vehicle = await findFleetVehicle(transaction, clientId, vehicleId);
		if (!vehicle) return null;
		const moment = Math.min(asked ?? now, now);
		const span =
			asked === null
				? { from: now - AFTER, to: now }
				: { from: moment - BEFORE, to: Math.min(moment + AFTER, now) };
		const about = { webhookId: webhook.id, vehicleId };
		const subscription = await findSubscriptionOf(transaction, about);
		const event = await nearestEvent(transaction, { ...about, span, moment });
		const { life, profile } = vehicle.vehicle;
		const seen = changesAround(life, webhook.triggers, { span, moment });
		const had = signalsOf(profile);
		const changed = new Set<string>(seen.changes.map(({ code }) => code));
		const granted = vehicle.reach?.facts.granted ?? [];
		const facts: WhyFacts = {
			moment,
			webhook,
			connection: vehicle.reach && { since: vehicle.reach.connectedAt },
			subscription: subscription && {
				since: subscription.createdAt,
				watchedUntil: subscription.watchedUntil,
				lookAt: subscription.lookAt
			},
			refused: refusedOf(vehicle),
			triggers: webhook.triggers.map((code) => ({
				code,
				missing: (officialCatalog.item(code)?.permissions ?? []).filter(
					(name) => !granted.includes(name)
				),
				capable: had.has(code),
				changed: changed.has(code)
			})),
			otherChanges: [...changed].filter((code) => !webhook.triggers.some((one) => one === code)),
			fetchedAt: seen.fetchedAt,
			event
		};
		const { changes } = seen;
		return { why: explainWhy(facts), facts, vehicle, span, changes, event };
	});
}

/** What keeps every item of the vehicle from being asked, whatever is granted. */
function refusedOf({ reach }: FleetVehicle): WhyFacts['refused'] {
	if (!reach) return null;
	const judgement: CallJudgement = judgeCall({
		...reach.facts,
		// Nobody calls: what is told counts for no plan.
		plan: { limit: null, calls: 0 },
		permissions: [],
		capable: true
	});
	if (judgement.kind === 'account') return judgement.code;
	return judgement.kind === 'fault' ? 'fault' : null;
}
