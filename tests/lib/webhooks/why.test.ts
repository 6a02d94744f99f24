import { explainWhy, WHY_CONDITIONS, type TriggerFacts, type WhyFacts } from '#lib/webhooks/why.ts';
import { expect, it } from 'vitest';

const MOMENT = 1000;

const changed: TriggerFacts = {
	code: 'tractionbattery-stateofcharge',
	missing: [],
	capable: true,
	changed: true
};
const still: TriggerFacts = { ...changed, changed: false };
const refusedOne: TriggerFacts = { ...changed, missing: ['read_battery'] };
const incapable: TriggerFacts = { ...changed, capable: false };

const WEBHOOK = { createdAt: 10, verifiedAt: 20, disabledAt: null };
const told = { state: 'delivered' } as const;

/** All holds, and it was told. */
const GOOD: WhyFacts = {
	moment: MOMENT,
	webhook: WEBHOOK,
	connection: { since: 30 },
	subscription: { since: 40, watchedUntil: MOMENT, lookAt: null },
	refused: null,
	triggers: [changed],
	otherChanges: [],
	fetchedAt: MOMENT,
	event: told
};

const QUIET: WhyFacts = { ...GOOD, event: null };
const NOT_CHANGED: WhyFacts = { ...QUIET, triggers: [still] };

it('finds nothing amiss where it was told and taken', () => {
	expect(explainWhy(GOOD)).toEqual({
		links: WHY_CONDITIONS.map((condition) => ({ condition, state: 'held', since: null })),
		stopped: null,
		mend: null
	});
});

it.each<[string, WhyFacts, (typeof WHY_CONDITIONS)[number], string, string | null]>([
	['no webhook', { ...QUIET, webhook: null }, 'exists', 'failed', 'make'],
	[
		'a webhook that was made since',
		{ ...QUIET, webhook: { ...WEBHOOK, createdAt: MOMENT + 1 } },
		'exists',
		'failed',
		null
	],
	[
		'a webhook that nobody verified',
		{ ...QUIET, webhook: { ...WEBHOOK, verifiedAt: null } },
		'verified',
		'failed',
		'verify'
	],
	[
		'one that was verified since',
		{ ...QUIET, webhook: { ...WEBHOOK, verifiedAt: MOMENT + 1 } },
		'verified',
		'failed',
		null
	],
	[
		'one that is disabled',
		{ ...QUIET, webhook: { ...WEBHOOK, disabledAt: 50 } },
		'enabled',
		'failed',
		'enable'
	],
	['no connection', { ...QUIET, connection: null }, 'connected', 'failed', 'connect'],
	['no subscription', { ...QUIET, subscription: null }, 'subscribed', 'failed', 'subscribe'],
	[
		'a vehicle that was subscribed since',
		{ ...QUIET, subscription: { since: MOMENT + 1, watchedUntil: null, lookAt: MOMENT } },
		'subscribed',
		'failed',
		null
	],
	[
		'a password that was changed',
		{ ...QUIET, refused: 'AUTHENTICATION_FAILED' },
		'reached',
		'failed',
		'sign-in'
	],
	['a vehicle that is gone', { ...QUIET, refused: 'VEHICLE_MISSING' }, 'reached', 'failed', null],
	['a vehicle of a test login', { ...QUIET, refused: 'fault' }, 'reached', 'failed', null],
	['no trigger', { ...QUIET, triggers: [] }, 'triggers', 'failed', 'choose-triggers'],
	['no grant', { ...QUIET, triggers: [refusedOne] }, 'granted', 'failed', 'ask-again'],
	[
		'a trigger that the vehicle lacks',
		{ ...QUIET, triggers: [incapable] },
		'capable',
		'failed',
		'choose-triggers'
	],
	[
		'one that it lacks beside one that was refused',
		{ ...QUIET, triggers: [refusedOne, incapable] },
		'capable',
		'failed',
		'choose-triggers'
	],
	['no change', NOT_CHANGED, 'changed', 'failed', 'change-vehicle'],
	[
		'a change that may not be told',
		{ ...QUIET, triggers: [still, refusedOne, incapable] },
		'changed',
		'failed',
		'change-vehicle'
	],
	[
		'a change of what is no trigger',
		{ ...NOT_CHANGED, otherChanges: ['odometer-traveleddistance'] },
		'changed',
		'failed',
		'choose-triggers'
	],
	[
		'what is no longer kept',
		{
			...NOT_CHANGED,
			fetchedAt: null,
			subscription: { since: 40, watchedUntil: MOMENT - 1, lookAt: MOMENT }
		},
		'changed',
		'unknown',
		null
	],
	[
		'what is no longer kept, of a vehicle that was watched',
		{ ...NOT_CHANGED, fetchedAt: null },
		'changed',
		'failed',
		'change-vehicle'
	],
	[
		'a fetch that nobody looked at yet',
		{ ...QUIET, subscription: { since: 40, watchedUntil: MOMENT - 1, lookAt: MOMENT } },
		'looked',
		'failed',
		'move-clock'
	],
	[
		'a first fetch that nobody looked at yet',
		{ ...QUIET, subscription: { since: 40, watchedUntil: null, lookAt: MOMENT } },
		'looked',
		'failed',
		'move-clock'
	],
	[
		'a first delivery, which needs no change, that is yet to come',
		{ ...NOT_CHANGED, subscription: { since: 40, watchedUntil: null, lookAt: MOMENT } },
		'looked',
		'failed',
		'move-clock'
	],
	['what was removed since', QUIET, 'fired', 'unknown', null],
	[
		'what waits for the next attempt',
		{ ...GOOD, event: { state: 'waiting' } },
		'delivered',
		'failed',
		'move-clock'
	],
	[
		'what nobody took',
		{ ...GOOD, event: { state: 'dropped' } },
		'delivered',
		'failed',
		'open-delivery'
	]
])('%s', (_, facts, stopped, state, mend) => {
	const why = explainWhy(facts);
	expect(why).toMatchObject({ stopped, mend });
	const at = WHY_CONDITIONS.indexOf(stopped);
	expect(why.links.map((link) => link.state)).toEqual(
		WHY_CONDITIONS.map((__, index) => {
			if (index < at) return 'held';
			return index === at ? state : 'not-reached';
		})
	);
});

it('says since when it holds, where that is not long enough', () => {
	const { links } = explainWhy({
		...QUIET,
		subscription: { since: 1200, watchedUntil: null, lookAt: MOMENT }
	});
	expect(links.filter(({ since }) => since !== null)).toEqual([
		{ condition: 'subscribed', state: 'failed', since: 1200 }
	]);
});

it('takes what was told as proof of all that it needed', () => {
	const facts: WhyFacts = { ...GOOD, webhook: { ...WEBHOOK, disabledAt: 2000 }, connection: null };
	expect(explainWhy(facts).stopped).toBeNull();
});
