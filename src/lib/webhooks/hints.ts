/** One time that an event was sent, as far as a hint needs it. */
export interface HintAttempt {
	/** By the rehearsal. */
	readonly at: number;
	/** Null where no answer came. */
	readonly status: number | null;
	/** Why none came, or why it does not count. */
	readonly error: string | null;
	/** A fault that was put into it on purpose. */
	readonly fault: string | null;
}

export interface HintEvent {
	/** Later events have higher ones. */
	readonly id: number;
	readonly type: 'VERIFY' | 'VEHICLE_STATE' | 'VEHICLE_ERROR';
	readonly isTest: boolean;
	readonly vehicleId: string | null;
	/** The first comes first. */
	readonly attempts: readonly HintAttempt[];
	/** How many of them somebody asked for. */
	readonly replays: number;
}

export interface HintFacts {
	/** The last events of a webhook, the newest first. */
	readonly events: readonly HintEvent[];
	readonly callbackUri: string;
	readonly redirectUris: readonly string[];
	/** Triggers that no subscribed vehicle has. */
	readonly silentTriggers: readonly string[];
}

/** What receivers get wrong, the most urgent first. */
const HINTS = [
	'redirect-uri',
	'verify-checked',
	'challenge-wrong',
	'nobody-listens',
	'not-reached',
	'redirects',
	'signature-refused',
	'not-found',
	'fails',
	'test-refused',
	'too-slow',
	'silent-triggers',
	'came-again',
	'out-of-order'
] as const;

export type HintCode = (typeof HINTS)[number];

export interface Hint {
	readonly code: HintCode;
	/** Something has to be mended; else it is enough to know. */
	readonly isUrgent: boolean;
	/** How many of the events it is about. */
	readonly count: number;
	/** The last of them, and when it was sent; null where it is about none. */
	readonly event: { readonly id: number; readonly at: number } | null;
	readonly status: number | null;
	readonly codes: readonly string[];
}

const NOTES: ReadonlySet<HintCode> = new Set(['came-again', 'out-of-order']);

/** What is worth a word about a receiver, judged by what it answered. What it has mended is not told. */
export function hintsOf(facts: HintFacts): readonly Hint[] {
	const { events, callbackUri, redirectUris, silentTriggers } = facts;
	const found = new Map<HintCode, Partial<Hint>>();
	if (redirectUris.includes(callbackUri)) found.set('redirect-uri', {});
	if (silentTriggers.length > 0) found.set('silent-triggers', { codes: silentTriggers });
	for (const event of newestOfEachKind(events)) {
		const last = event.attempts.at(-1);
		const code = last && !last.fault ? faultOf(event, last) : null;
		if (last && code && !found.has(code)) found.set(code, about([event], last.status));
	}
	for (const [code, ones] of [
		['too-slow', events.filter(wasTooSlow)],
		['came-again', events.filter(cameAgain)],
		['out-of-order', events.filter((event) => cameAfterNewer(event, events))]
	] as const) {
		if (ones.length > 0) found.set(code, about(ones));
	}
	return HINTS.flatMap((code) => {
		const hint = found.get(code);
		const none = { count: 0, event: null, status: null, codes: [] };
		return hint ? [{ code, isUrgent: !NOTES.has(code), ...none, ...hint }] : [];
	});
}

function about(events: readonly HintEvent[], status: number | null = null): Partial<Hint> {
	const [newest] = events;
	const at = newest?.attempts.at(-1)?.at;
	const event = newest && at !== undefined ? { id: newest.id, at } : null;
	return { count: events.length, event, status };
}

/** A receiver may take the one and refuse the other: what counts is the newest of each. */
function newestOfEachKind(events: readonly HintEvent[]): readonly HintEvent[] {
	const sent = events.filter(({ attempts }) => attempts.length > 0);
	const kinds = Map.groupBy(sent, ({ type, isTest }) => {
		if (type === 'VERIFY') return 'verify';
		return isTest ? 'test' : 'event';
	});
	return [...kinds.values()].flatMap(([newest]) => newest ?? []);
}

function faultOf({ type, isTest }: HintEvent, { status, error }: HintAttempt): HintCode | null {
	if (status === null) return faultOfSilence(error);
	if (status >= 300 && status < 400) return 'redirects';
	const isVerify = type === 'VERIFY';
	if (status < 300) return isVerify && error !== null ? 'challenge-wrong' : null;
	if (isTest) return 'test-refused';
	if (status === 401 || status === 403) return isVerify ? 'verify-checked' : 'signature-refused';
	if (status === 404 || status === 405 || status === 410) return 'not-found';
	return 'fails';
}

function faultOfSilence(error: string | null): HintCode | null {
	if (error === null || error === 'timed-out' || error === 'stopped') return null;
	return error === 'refused-connection' ? 'nobody-listens' : 'not-reached';
}

function wasTooSlow({ attempts }: HintEvent): boolean {
	return attempts.some(({ error, fault }) => error === 'timed-out' && !fault);
}

function isTaken({ status, error }: HintAttempt): boolean {
	return status !== null && status >= 200 && status < 300 && error === null;
}

/** A receiver that answers too late, or fails after its work, did the work and gets the event again. */
function cameAgain({ type, attempts, replays }: HintEvent): boolean {
	return type !== 'VERIFY' && attempts.length - replays > 1;
}

/** It was taken after another one of the same vehicle that had happened later. */
function cameAfterNewer(event: HintEvent, events: readonly HintEvent[]): boolean {
	const at = takenAt(event);
	if (at === null || event.vehicleId === null || event.isTest) return false;
	return events.some((other) => {
		const otherAt = takenAt(other);
		const isNewer = other.vehicleId === event.vehicleId && other.id > event.id && !other.isTest;
		return isNewer && otherAt !== null && otherAt < at;
	});
}

function takenAt({ attempts }: HintEvent): number | null {
	return attempts.find(isTaken)?.at ?? null;
}
