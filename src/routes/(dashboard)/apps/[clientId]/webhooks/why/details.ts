import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { WhyNotTold } from '#lib/server/fleet/why-not-told.ts';
import type { SignalBody } from '#lib/vehicles/signals/signal.ts';
import type { WhyLink } from '#lib/webhooks/why.ts';
import { signalName } from '../deliveries/rows.ts';
import { formatRehearsal } from '../../../../../rehearsal-time.ts';
import * as words from './words.en.ts';

/** Names of signals that a line holds. */
const MOST_NAMED = 3;

/** What is said below a condition; empty where its name says all. */
export function detailOf({ condition, state, since }: WhyLink, told: WhyNotTold): string {
	if (state === 'not-reached') return words.notReached;
	if (state === 'unknown') return words.notKnown;
	if (since !== null) return words.only(formatRehearsal(since).seconds);
	const { facts } = told;
	const isHeld = state === 'held';
	switch (condition) {
		case 'subscribed':
			return isHeld ? '' : words.byHandOnce;
		case 'reached':
			return isHeld ? '' : refusedBecause(facts.refused);
		case 'granted':
			return isHeld ? grantedOnes(told) : words.missing(missingOf(told));
		case 'capable': {
			const lacking = facts.triggers.filter(({ capable }) => !capable);
			return isHeld ? '' : words.lacks(namesOf(lacking));
		}
		case 'changed':
			return isHeld ? changeIn(told) : whyNoChange(told);
		case 'looked':
			return isHeld || facts.subscription?.lookAt == null
				? ''
				: words.nextLook(formatRehearsal(facts.subscription.lookAt).seconds);
		case 'delivered':
			if (isHeld) return '';
			return facts.event?.state === 'waiting' ? words.waits : words.dropped;
		default:
			return '';
	}
}

function refusedBecause(refused: WhyNotTold['facts']['refused']): string {
	if (refused === 'AUTHENTICATION_FAILED') return words.signInNeeded;
	return refused === 'VEHICLE_MISSING' ? words.vehicleMissing : words.everyCallFails;
}

function missingOf({ facts }: WhyNotTold): readonly string[] {
	return [...new Set(facts.triggers.flatMap(({ missing }) => missing))];
}

function grantedOnes({ facts }: WhyNotTold): string {
	const granted = facts.triggers.filter(({ missing }) => missing.length === 0);
	const needed = granted.flatMap(({ code }) => officialCatalog.item(code)?.permissions ?? []);
	return [...new Set(needed)].join(', ');
}

function namesOf(triggers: readonly { readonly code: string }[]): readonly string[] {
	return triggers.map(({ code }) => signalName(code));
}

function changeIn({ facts, changes, event }: WhyNotTold): string {
	const fired = changes.find(({ code }) =>
		facts.triggers.some((trigger) => trigger.code === code && trigger.changed)
	);
	if (!fired || facts.fetchedAt === null) return event ? '' : words.firstNeedsNone;
	const { code, before, after } = fired;
	const at = formatRehearsal(facts.fetchedAt).seconds;
	return words.changeOf(
		signalName(code),
		before === null ? '' : sayBody(before),
		after === null ? words.errorValue : sayBody(after),
		at
	);
}

function whyNoChange({ facts }: WhyNotTold): string {
	const { otherChanges, fetchedAt } = facts;
	if (otherChanges.length > 0) {
		const named = otherChanges.slice(0, MOST_NAMED).map(signalName);
		return words.othersChanged(named, otherChanges.length - named.length);
	}
	return fetchedAt === null ? words.lookedAtEach : words.nothingChanged;
}

/** A value with its unit; what is no single value as JSON. */
function sayBody(body: SignalBody): string {
	const { value, unit } = body;
	if (value === undefined || typeof value === 'object') return JSON.stringify(body);
	return typeof unit === 'string' ? `${String(value)} ${unit}` : String(value);
}
