import type pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { StorageError } from '../../storage-error.ts';
import { MACHINE_TIME, type ReadWork, type RehearsalTime } from '../../engine.ts';
import { handleOf } from './connect.ts';
import { isBroken, isConflict, isUnanswered, postgresFaultOf } from './faults.ts';

/** How often work is done at least, and for how many milliseconds, before those in its way are given the blame. */
const TRIES = 12;
const PERSISTENCE = 5000;
/** Milliseconds of the longest pause after the first try; it doubles up to a limit. */
const FIRST_PAUSE = 4;
const LONGEST_PAUSE = 200;

/** A kind of transaction. */
interface Kind {
	/**
	 * The statements that begin it, the last of which reads what time it is in the rehearsal, and the
	 * revision where nothing is written.
	 */
	readonly opening: string;
	/** Whether something is kept once it is committed. */
	readonly writes: boolean;
}

/**
 * Does the work in one transaction, and again when that was in another's way, when the rehearsal's
 * clock was moved since it was last looked at, or when its connection turned out to be gone before
 * anything was asked to be kept.
 */
export function transact<T>(pool: pg.Pool, kind: Kind, work: ReadWork<T>): Promise<T> {
	return withRetries(() => tryOnce(pool, kind, work));
}

/** The one text that a statement answers with, which is a transaction of its own. */
export function ask(pool: pg.Pool, statement: string): Promise<string> {
	return withRetries(async () => {
		const client = await pool.connect();
		const isFresh = noteUse(pool, client);
		try {
			const { rows } = await client.query({ text: statement, rowMode: 'array' });
			client.release();
			return String(rows[0]?.[0]);
		} catch (error) {
			client.release(isBroken(error));
			throw isLost(error) ? new LostConnection(isFresh, error) : error;
		}
	});
}

async function withRetries<T>(once: () => Promise<T>): Promise<T> {
	let isSecondLoss = false;
	const startedAt = performance.now();
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await once();
		} catch (error) {
			if (error instanceof ClockMoved) continue;
			const loss = error instanceof LostConnection ? error : null;
			const reason = loss ? loss.cause : error;
			// All that were kept for later may be gone at once; each is met only one time.
			if (loss && !(loss.isFresh && isSecondLoss)) {
				isSecondLoss ||= loss.isFresh;
				continue;
			}
			// On a busy machine each try takes long, and meets many others: to count them alone would be chance.
			const isOver = attempt >= TRIES && performance.now() - startedAt >= PERSISTENCE;
			if (!isConflict(reason) || isOver) throw postgresFaultOf(reason) ?? reason;
			// By chance, or those who met would meet again.
			await pause(Math.random() * Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE));
		}
	}
}

/** A connection broke before anything was asked to be kept through it. */
class LostConnection extends Error {
	readonly isFresh: boolean;

	constructor(isFresh: boolean, cause: unknown) {
		super('', { cause });
		this.isFresh = isFresh;
	}
}

/** The work went by another time of the rehearsal than its transaction saw. */
class ClockMoved extends Error {}

/** The rehearsal's time when a transaction last looked. */
const lastSeen = new WeakMap<pg.Pool, RehearsalTime>();

interface OpeningRow {
	/** Null where nobody moved the clock. */
	readonly offset_ms: number | null;
	readonly frozen_at: number | null;
	readonly revision?: string;
}

type Opened = pg.QueryResult<OpeningRow>;

/** Some statements that were sent as one give an array, which their type does not say. */
const rowOf = (opened: Opened) => [opened].flat().at(-1)?.rows[0];

function timeOf(opened: Opened): RehearsalTime {
	const { offset_ms: offsetMs = null, frozen_at: frozenAt = null } = rowOf(opened) ?? {};
	return offsetMs === null ? MACHINE_TIME : { offsetMs, frozenAt };
}

/** One that said nothing for long is not asked for again elsewhere: who asked has waited enough. */
function isLost(error: unknown): boolean {
	return isBroken(error) && !isUnanswered(error);
}

const used = new WeakSet<pg.PoolClient>();

const made = new WeakMap<pg.Pool, number>();

/**
 * How many connections were used so far. A server that crashed goes on under the time at which it
 * began to run, and may count what it had not yet written down a second time; no connection outlives that.
 */
export const connectionsMade = (pool: pg.Pool): number => made.get(pool) ?? 0;

/** Whether nobody used the connection before. */
function noteUse(pool: pg.Pool, client: pg.PoolClient): boolean {
	const isFresh = !used.has(client);
	used.add(client);
	if (isFresh) made.set(pool, connectionsMade(pool) + 1);
	return isFresh;
}

async function tryOnce<T>(pool: pg.Pool, { opening, writes }: Kind, work: ReadWork<T>): Promise<T> {
	const client = await pool.connect();
	const isFresh = noteUse(pool, client);
	const era = connectionsMade(pool);
	let isKeeping = false;
	try {
		// Sent together with the first statement of the work, which therefore cannot wait for what it reads.
		const begun = client.query<OpeningRow>(opening);
		begun.catch(() => {});
		const assumed = lastSeen.get(pool) ?? MACHINE_TIME;
		const revision = async () => `${rowOf(await begun)?.revision ?? ''} ${era}`;
		const [done] = await Promise.allSettled([work(handleOf(client), assumed, revision)]);
		// Where it failed, the first statement went down with it, for another reason.
		const time = timeOf(await begun);
		lastSeen.set(pool, time);
		if (time.offsetMs !== assumed.offsetMs || time.frozenAt !== assumed.frozenAt) {
			throw new ClockMoved();
		}
		if (done.status === 'rejected') throw done.reason;
		const result = done.value;
		isKeeping = writes;
		const { command } = await client.query('commit');
		// Asked to keep what failed half-way, the server takes it back and calls that a success.
		if (command !== 'COMMIT')
			throw new TypeError('Work went on after one of its statements failed.');
		client.release();
		return result;
	} catch (error) {
		await giveBack(client, error);
		if (isKeeping && isBroken(error)) throw new StorageError('uncertain', '', { cause: error });
		throw isLost(error) ? new LostConnection(isFresh, error) : error;
	}
}

/** A connection whose transaction cannot be taken back is not used again. */
async function giveBack(client: pg.PoolClient, error: unknown): Promise<void> {
	if (isBroken(error)) return client.release(true);
	try {
		await client.query('rollback');
		client.release();
	} catch {
		client.release(true);
	}
}
