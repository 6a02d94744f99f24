import type { OpenedAttempt, OpenedDelivery } from '#lib/server/webhooks/deliveries/open.ts';
import { SECOND } from '#lib/vehicles/spans.ts';
import { MOST_TRIES, plannedAt, replaysOf } from '#lib/webhooks/attempts.ts';
import { roundsOf } from '#lib/webhooks/rounds.ts';
import { wayOf } from '#lib/webhooks/way.ts';
import { formatRehearsal, formatSpan } from '../../../../../rehearsal-time.ts';
import { curlOf } from './curl.ts';
import { isGood, sayAttempt, shownDelivery, type ShownDelivery } from './rows.ts';
import * as words from './words.en.ts';

/** A point of the line of attempts. */
export interface Point {
	/** Seconds after the first by plan; of a replay which it is, from 1. */
	readonly plan: number;
	readonly at: string | null;
	readonly kind: 'taken' | 'failed' | 'open';
	readonly said: string;
	readonly note: string;
	/** From 1; null where it was not made. */
	readonly number: number | null;
}

export interface ShownAttempt {
	readonly number: number;
	readonly uri: string;
	readonly headers: readonly (readonly [string, string])[];
	/** As it was sent, and indented for the eye. */
	readonly body: string;
	readonly indented: string;
	readonly bytes: number;
	readonly answered: string;
	readonly answerHeaders: readonly (readonly [string, string])[];
	/** Null where no answer came. */
	readonly answerBody: string | null;
	readonly curl: string;
}

export interface ShownOpened extends ShownDelivery {
	readonly points: readonly Point[];
	/** The last times that somebody had it sent again, and how many were before. */
	readonly replayed: { readonly points: readonly Point[]; readonly before: number };
	readonly way: readonly { readonly what: string; readonly at: string; readonly later: string }[];
	/** The attempt that is looked at; null where there is none yet. */
	readonly attempt: ShownAttempt | null;
	readonly mayReplay: boolean;
	readonly note: string | null;
}

/** @param number of the attempt that is looked at, from 1; null for the last */
export function shownOpened(
	delivery: OpenedDelivery,
	number: number | null,
	nameOf: (vehicleId: string) => string
): { readonly shown: ShownOpened; readonly index: number } {
	const { attempts, state } = delivery;
	const index = (number !== null && attempts[number - 1] ? number : attempts.length) - 1;
	const attempt = attempts[index];
	const shown = {
		...shownDelivery(delivery, nameOf),
		...pointsOf(delivery),
		way: wayInWords(delivery),
		attempt: attempt ? shownAttempt(attempt, index + 1) : null,
		mayReplay: state !== 'waiting' && delivery.type !== 'VERIFY',
		note: state === 'dropped' && attempts.length === 0 ? words.droppedBecause : null
	};
	return { shown, index };
}

/** Replays of which each has a point; of more the last. */
const MOST_SHOWN = 12;

function pointsOf(delivery: OpenedDelivery): Pick<ShownOpened, 'points' | 'replayed'> {
	const { attempts, tries, state, dueAt } = delivery;
	const { planned, replayed } = roundsOf(attempts, tries);
	const numbers = new Map(attempts.map((attempt, index) => [attempt, index + 1]));
	const made = (round: readonly OpenedAttempt[], plan: number) =>
		round.map((attempt): Point => ({
			plan,
			at: formatRehearsal(attempt.at).seconds,
			kind: isGood(attempt) ? 'taken' : 'failed',
			said: sayAttempt(attempt),
			note: noteOf(attempt),
			number: numbers.get(attempt) ?? null
		}));
	const open = (plan: number, facts: Partial<Point> = {}): Point => ({
		...{ plan, at: null, kind: 'open', said: '', note: '', number: null, ...facts }
	});
	const isReplay = state === 'waiting' && tries >= MOST_TRIES;
	const due = dueAt === null ? {} : { said: words.due(formatRehearsal(dueAt).seconds) };
	const waits = state === 'waiting' && !isReplay;
	const over = planned.some((round) => round.some(isGood)) ? words.notNeeded : words.notMade;
	const points = Array.from({ length: MOST_TRIES }, (_, index): readonly Point[] => {
		const plan = (plannedAt(index) ?? 0) / SECOND;
		const round = planned[index];
		if (round) return made(round, plan);
		const isNext = index === planned.length;
		return [waits ? open(plan, isNext ? due : {}) : open(plan, { note: over })];
	});
	const before = Math.max(replaysOf(tries) - MOST_SHOWN, 0);
	const first = replaysOf(tries) - replayed.length;
	const replays = replayed.flatMap((round, index) => made(round, first + index + 1));
	const shown = [
		...replays.slice(-MOST_SHOWN),
		...(isReplay ? [open(tries - MOST_TRIES + 1, due)] : [])
	];
	return { points: points.flat(), replayed: { points: shown, before } };
}

function noteOf({ status, duration, fault }: OpenedAttempt): string {
	const time = status === null ? words.after(Math.round(duration / 1000)) : words.within(duration);
	return fault === null ? time : `${time}, ${words.byFault(fault)}`;
}

function wayInWords({ body, happenedAt, attempts }: OpenedDelivery): ShownOpened['way'] {
	const { saidAt, fetchedAt } = wayOf(body);
	const stations = [
		{ what: words.saidAt, time: saidAt },
		{ what: words.fetchedAt, time: fetchedAt },
		{ what: words.writtenAt, time: saidAt === null ? null : happenedAt },
		{ what: words.takenAt, time: saidAt === null ? null : (attempts.find(isGood)?.at ?? null) }
	].flatMap(({ what, time }) => (time === null ? [] : [{ what, time }]));
	return stations.map(({ what, time }, index) => {
		const before = stations[index - 1]?.time;
		return {
			what,
			at: formatRehearsal(time).seconds,
			later: before === undefined ? '' : words.later(formatSpan(Math.max(time - before, 0)))
		};
	});
}

function shownAttempt(attempt: OpenedAttempt, number: number): ShownAttempt {
	const { uri, headers, body, status, answerHeaders, answerBody } = attempt;
	return {
		...{ number, uri, body },
		headers: Object.entries(headers),
		indented: indent(body),
		bytes: new TextEncoder().encode(body).length,
		answered: sayAttempt(attempt),
		answerHeaders: Object.entries(answerHeaders ?? {}),
		answerBody: status === null ? null : indent(answerBody ?? ''),
		curl: curlOf({ uri, headers, body })
	};
}

/** JSON over several lines; what is none stays as it is. */
function indent(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		return text;
	}
}
