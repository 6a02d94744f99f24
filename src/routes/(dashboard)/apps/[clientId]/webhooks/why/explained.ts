import { resolve } from '$app/paths';
import { sandboxPath } from '#lib/access/connect-url/sandbox-link.ts';
import type { Context } from '#lib/server/context.ts';
import { whyNotTold, type WhyNotTold } from '#lib/server/fleet/why-not-told.ts';
import type { Webhook } from '#lib/server/webhooks/webhooks.ts';
import type { Mend, WhyLink } from '#lib/webhooks/why.ts';
import { formatRehearsal } from '../../../../../rehearsal-time.ts';
import { formatView } from '../view.ts';
import { detailOf } from './details.ts';
import * as words from './words.en.ts';

/** A link of the chain as the page shows it. */
interface ShownLink extends Pick<WhyLink, 'condition' | 'state'> {
	readonly name: string;
	readonly detail: string;
}

/** What mends the link that failed: a page, or a form of this one. */
type ShownMend =
	| { readonly kind: 'page'; readonly label: string; readonly href: string }
	| { readonly kind: 'form'; readonly label: string; readonly action: 'verify' | 'enable' }
	| { readonly kind: 'subscribe'; readonly label: string; readonly connectionId: string };

export interface Explained {
	/** The vehicle, by name. */
	readonly car: string;
	readonly answer: string;
	/** Nothing is wrong. */
	readonly isFine: boolean;
	readonly links: readonly ShownLink[];
	readonly mend: ShownMend | null;
	readonly span: string;
}

interface Asked {
	readonly clientId: string;
	readonly webhook: Webhook;
	readonly vehicleId: string;
	readonly moment: number | null;
}

/** @returns null where there is no such vehicle */
export async function explain(context: Context, asked: Asked): Promise<Explained | null> {
	const told = await whyNotTold(context, asked);
	if (!told) return null;
	const { why, vehicle, span } = told;
	const stop = why.links.find(({ condition }) => condition === why.stopped);
	const [from, to] = [formatRehearsal(span.from), formatRehearsal(span.to)];
	return {
		car: vehicle.name,
		answer: answerOf(stop, vehicle.name),
		isFine: why.stopped === null,
		links: why.links.map((link) => ({
			condition: link.condition,
			state: link.state,
			name: words.CONDITIONS[link.condition].name,
			detail: detailOf(link, told)
		})),
		mend: mendOf(why.mend, told, asked),
		span: words.between(`${from.date}, ${from.seconds}`, to.seconds)
	};
}

function answerOf(stop: WhyLink | undefined, vehicle: string): string {
	if (!stop) return words.allHeld;
	if (stop.state === 'unknown' && stop.condition === 'changed') return words.unknown;
	return words.CONDITIONS[stop.condition].stopped(vehicle);
}

function mendOf(
	mend: Mend | null,
	{ vehicle: { vehicle, name, reach }, event }: WhyNotTold,
	{ clientId, webhook, vehicleId }: Asked
): ShownMend | null {
	const page = (label: string, href: string): ShownMend => ({ kind: 'page', label, href });
	const label = (one: Mend) => {
		const text = words.MENDS[one];
		return typeof text === 'string' ? text : text(name);
	};
	const car = { clientId, vehicleId };
	const delivery = event && formatView({ webhook: webhook.id, delivery: event.eventId });
	switch (mend) {
		case null:
			return delivery === null ? null : page(words.seeDelivery, delivery);
		case 'make':
			return page(label(mend), resolve('/(dashboard)/apps/[clientId]/webhooks/new', { clientId }));
		case 'verify':
		case 'enable':
			return { kind: 'form', label: label(mend), action: mend };
		case 'subscribe':
			return reach && { kind: 'subscribe', label: label(mend), connectionId: reach.connectionId };
		case 'connect':
		case 'ask-again':
		case 'sign-in': {
			const again = mend !== 'connect' && ({ approvalPrompt: 'force' } as const);
			const { make, vin: singleSelectVin } = vehicle;
			const mode = 'simulated';
			const link = {
				clientId,
				make,
				singleSelect: 'true',
				singleSelectVin,
				mode,
				...again
			} as const;
			return page(label(mend), sandboxPath(link));
		}
		case 'choose-triggers':
			return page(
				label(mend),
				resolve('/(dashboard)/apps/[clientId]/webhooks/[webhookId]/edit', {
					clientId,
					webhookId: webhook.id
				})
			);
		case 'change-vehicle':
			return page(label(mend), resolve('/(dashboard)/apps/[clientId]/vehicles/[vehicleId]', car));
		case 'move-clock':
			return page(label(mend), resolve('/(dashboard)/clock'));
		case 'open-delivery':
			return delivery === null ? null : page(label(mend), delivery);
	}
}
