import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { AttemptMark, DeliveryRow } from '#lib/server/webhooks/deliveries/list.ts';
import { isTaken, MOST_TRIES } from '#lib/webhooks/attempts.ts';
import { roundsOf, type Rounds } from '#lib/webhooks/rounds.ts';
import type { Told } from '#lib/webhooks/told.ts';
import { formatRehearsal } from '../../../../../rehearsal-time.ts';
import * as words from './words.en.ts';

export type MarkKind = 'taken' | 'failed' | 'none';

/** A delivery as its row shows it. */
export interface ShownDelivery {
	readonly id: number;
	readonly eventId: string;
	readonly type: DeliveryRow['type'];
	readonly isTest: boolean;
	readonly told: string;
	/** Null where it is about none. */
	readonly vehicle: string | null;
	readonly at: { readonly clock: string; readonly date: string; readonly full: string };
	/** Of the attempts that are planned. */
	readonly marks: readonly MarkKind[];
	/** How often it was sent again since somebody asked for it. */
	readonly replays: number;
	readonly result: { readonly text: string; readonly kind: 'taken' | 'failed' | 'waiting' };
	readonly attempts: number;
}

/** Signals that a row names; of more it says how many. */
const MOST_NAMED = 2;

export function shownDelivery(
	row: DeliveryRow,
	nameOf: (vehicleId: string) => string
): ShownDelivery {
	const { id, eventId, type, isTest, vehicleId, happenedAt, attempts, tries } = row;
	const { planned, replayed } = roundsOf(attempts, tries);
	// The log stands in the order in which its events were written, and sent.
	const { seconds, date } = formatRehearsal(attempts[0]?.at ?? happenedAt);
	return {
		...{ id, eventId, type, isTest },
		told: sayTold(row.told),
		vehicle: vehicleId === null ? null : nameOf(vehicleId),
		at: { clock: seconds, date, full: `${date}, ${seconds}` },
		marks: marksOf(planned),
		replays: replayed.length,
		result: resultOf(row),
		attempts: attempts.length
	};
}

/** The name of a signal as people say it. */
export function signalName(code: string): string {
	return officialCatalog.item(code)?.name ?? code;
}

function sayTold(told: Told): string {
	switch (told.kind) {
		case 'challenge':
			return words.challenge;
		case 'first-delivery':
			return words.firstDelivery;
		case 'signals':
			return sayFew(told.codes.map(signalName));
		case 'errors':
			return sayFew(told.errors.map(({ state, name }) => words.errorOf(state, name)));
		case 'other':
			return words.other;
	}
}

function sayFew(names: readonly string[]): string {
	const few = names.slice(0, MOST_NAMED).join(', ');
	const more = names.length - MOST_NAMED;
	return more > 0 ? `${few} ${words.andMore(more)}` : few;
}

function marksOf(planned: Rounds<AttemptMark>['planned']): readonly MarkKind[] {
	const made = planned.map((round): MarkKind => (round.some(isGood) ? 'taken' : 'failed'));
	const left = Math.max(MOST_TRIES - made.length, 0);
	return [...made, ...new Array<MarkKind>(left).fill('none')];
}

/** A receiver took it, and what it answered counts. */
export function isGood({ status, error }: Pick<AttemptMark, 'status' | 'error'>): boolean {
	return isTaken(status) && error === null;
}

export function sayAttempt({ status, error }: Pick<AttemptMark, 'status' | 'error'>): string {
	const said = error === null ? undefined : words.ERRORS[error];
	if (status === null) return said ?? words.unanswered;
	return said ? `${status}, ${said}` : String(status);
}

function resultOf({ state, attempts }: DeliveryRow): ShownDelivery['result'] {
	const last = attempts.at(-1);
	if (state === 'waiting') return { text: words.waiting, kind: 'waiting' };
	if (state === 'dropped') {
		return { text: last ? words.dropped : words.notSent, kind: 'failed' };
	}
	return { text: last ? sayAttempt(last) : words.accepted, kind: 'taken' };
}
