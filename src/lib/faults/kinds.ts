/** A number that a fault takes beside its name. */
export interface Amount {
	readonly unit: 'milliseconds' | 'seconds';
	/** Where none is given. */
	readonly usual: number;
	/** From 1 on. */
	readonly most: number;
}

interface Kind {
	readonly amount: Amount | null;
}

const DAY = 86_400_000;

/** Less than a server lets an answer take. */
const LONGEST_WAIT = 100_000;

const milliseconds = (usual: number, most: number): Amount => ({
	unit: 'milliseconds',
	usual,
	most
});

/** What goes wrong on the way, whatever is asked for. */
export const LINE = {
	/** The answer comes later, as it is. */
	LATENCY: { amount: milliseconds(3000, LONGEST_WAIT) },
	/** 429, with the seconds to wait. */
	RATE_LIMIT: { amount: { unit: 'seconds', usual: 30, most: 86_400 } },
	/** The connection is cut before anything was done. */
	DROP: { amount: null }
} as const satisfies Record<string, Kind>;

export const HELD = {
	/** The command is done at once, and what came of it is told late, under status 202. */
	HOLD_202: { amount: milliseconds(5000, LONGEST_WAIT) }
} as const satisfies Record<string, Kind>;

/** What is wrong with an answer of a vehicle; such an answer says so, and may not fit its schema. */
export const SHAPES = {
	/** Nothing of the vehicle has arrived yet. */
	EMPTY_STORE: { amount: null },
	/** Of what it tells, the first of every two fields is missing. */
	HALF_BODY: { amount: null },
	/** The vehicle said so long ago. */
	STALE: { amount: milliseconds(DAY, 365 * DAY) }
} as const satisfies Record<string, Kind>;

/** What goes wrong with deliveries; milliseconds are those of the rehearsal. */
export const WEBHOOKS = {
	/** It comes twice. */
	WEBHOOK_DUPLICATE: { amount: null },
	/** It comes after the one that follows it. */
	WEBHOOK_REORDER: { amount: null },
	WEBHOOK_DELAY: { amount: milliseconds(60_000, DAY) },
	/** Its signature is that of another body. */
	WEBHOOK_BAD_SIGNATURE: { amount: null },
	/** Its challenge never arrives. */
	WEBHOOK_MISSED_VERIFY: { amount: null }
} as const satisfies Record<string, Kind>;
