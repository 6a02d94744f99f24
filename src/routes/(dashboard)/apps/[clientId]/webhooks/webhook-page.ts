import type { ManagementToken } from '#lib/server/applications/management-token.ts';
import { listRedirectUris } from '#lib/server/applications/redirect-uris.ts';
import type { Context } from '#lib/server/context.ts';
import { silentTriggers } from '#lib/server/fleet/silent-triggers.ts';
import { nameVehicles } from '#lib/server/fleet/names.ts';
import { pageOfDeliveries } from '#lib/server/webhooks/deliveries/list.ts';
import { findDelivery } from '#lib/server/webhooks/deliveries/open.ts';
import { countDeliveries, recentEvents } from '#lib/server/webhooks/deliveries/recent.ts';
import { listSubscribable } from '#lib/server/webhooks/subscribable.ts';
import type { Webhook } from '#lib/server/webhooks/webhooks.ts';
import { hintsOf } from '#lib/webhooks/hints.ts';
import { shownOpened } from './deliveries/opened.ts';
import { shownDelivery } from './deliveries/rows.ts';
import { signatureOf } from './deliveries/signature/signature.ts';
import { shownHint } from './rail/shown-hint.ts';
import type { WebhooksView } from './view.ts';
import { carsOf } from './why/cars.ts';
import { explain } from './why/explained.ts';
import { readMoment, writeMoment } from './why/moment.ts';
import * as words from './words.en.ts';

interface About {
	readonly clientId: string;
	readonly webhook: Webhook;
	readonly key: ManagementToken | null;
	/** Of the rehearsal. */
	readonly now: number;
	readonly view: WebhooksView;
}

const DAY = 24 * 60 * 60 * 1000;

/** Milliseconds of the machine for which a key that was made is shown by itself. */
const FRESH = 60_000;

/** All that the page shows of one webhook. */
export async function webhookPage(
	context: Context,
	{ clientId, webhook, key, now, view: asked }: About
) {
	const view = { ...asked, webhook: webhook.id };
	const moment = view.moment === '' ? null : readMoment(view.moment, now);
	const isUnreadable = view.moment !== '' && moment === null;
	const about = { clientId, webhookId: webhook.id };
	const [log, delivery, vehicles, events, counts, redirectUris, silent, explained] =
		await Promise.all([
			pageOfDeliveries(context, webhook.id, view),
			view.delivery === null ? null : findDelivery(context, webhook.id, view.delivery),
			listSubscribable(context, about),
			recentEvents(context, webhook.id),
			countDeliveries(context, webhook.id, now - (now % DAY)),
			listRedirectUris(context, clientId),
			silentTriggers(context, webhook),
			view.about === null || isUnreadable
				? null
				: explain(context, { clientId, webhook, vehicleId: view.about, moment })
		]);
	const names = await nameVehicles(
		context,
		[...log.deliveries, ...(delivery ? [delivery] : [])].flatMap(({ vehicleId }) => vehicleId ?? [])
	);
	const nameOf = (id: string) => names.get(id)?.name ?? words.theCar;
	const opened = delivery && shownOpened(delivery, view.attempt, nameOf);
	const hints = hintsOf({
		events,
		callbackUri: webhook.callbackUri,
		redirectUris: redirectUris.map(({ uri }) => uri),
		silentTriggers: silent
	});
	const eventIds = new Map(events.map(({ id, eventId }) => [id, eventId]));
	const isFresh = key !== null && context.machineNow - key.madeAt < FRESH;
	return {
		subtitle: words.today(counts.delivered, counts.dropped, counts.waiting),
		webhook: {
			...webhook,
			isVerified: webhook.verifiedAt !== null,
			isOff: webhook.disabledAt !== null
		},
		key: key && {
			madeAt: key.madeAt,
			tail: key.token.slice(-4),
			fresh: isFresh ? key.token : null
		},
		view,
		log: {
			deliveries: log.deliveries.map((row) => shownDelivery(row, nameOf)),
			hasNewer: log.hasNewer,
			hasOlder: log.hasOlder,
			first: log.deliveries.at(0)?.id ?? null,
			last: log.deliveries.at(-1)?.id ?? null
		},
		opened: opened && opened.shown,
		signature:
			delivery && opened
				? signatureOf(delivery, opened.index, { key, pasted: view.received })
				: null,
		vehicles,
		cars: carsOf(vehicles.vehicles, explained && { vehicleId: view.about, name: explained.car }),
		explained,
		moment: { written: moment === null ? view.moment : writeMoment(moment), isUnreadable },
		hints: hints.map((hint) => shownHint(hint, eventIds))
	};
}
