import type { Db, Engine, RehearsalTime } from './engine.ts';
import type { SecretKey } from './secret-key.ts';
import type { Settings } from './settings.ts';

/** Who acts: who runs the dashboard, which has no sign-in, or an owner who signed in to the portal. */
export interface Actor {
	readonly kind: 'operator' | 'owner';
	readonly id: string;
	readonly name: string;
}

/** What everything below the doors is told, and knows nothing beside. */
export interface Facts {
	readonly actor: Actor;
	/** Time of the machine, for drafts, versions, limits and logs; milliseconds since 1970. */
	readonly machineNow: number;
	readonly settings: Settings;
	/** For secrets that are kept. */
	readonly key: SecretKey;
}

/** Made once per request, job or test, and handed down: the only way to the storage. */
export interface Context extends Facts {
	readonly storage: Pick<Engine, 'revision' | 'probe'>;
	/** Reads from one consistent state. */
	read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
	/** Writes in one transaction. Resolves after the commit; on an error nothing was changed. */
	write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
	/** Like {@link write}, sharing its commit with others that are asked for at the same moment. */
	writeTogether<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
	/** Like {@link write}, while no other transaction goes on, on any server. Begins where none is open. */
	writeAlone<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
	/** Like {@link write}, for what no read depends on that is kept. */
	note<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** A context inside a transaction. Whatever reads or writes through it takes part in that. */
export interface Transaction extends Context {
	readonly db: Db;
	/**
	 * Time of the rehearsal, for codes, tokens, sessions and connections; milliseconds since 1970.
	 * Known in here alone, since how far it is ahead of the machine stands in the database.
	 */
	readonly now: number;
	/** Whether that stands still. */
	readonly frozen: boolean;
	/** Of the state that it reads from; null where it may write, and thus see what nobody else does. */
	readonly revision: (() => string | Promise<string>) | null;
}

export function contextOf(engine: Engine, facts: Facts): Context {
	const within = (
		db: Db,
		time: RehearsalTime,
		revision: Transaction['revision'] = null
	): Transaction => {
		const join = <T>(work: (transaction: Transaction) => Promise<T>) => work(transaction);
		const write = revision === null ? join : refuseToWrite;
		const transaction: Transaction = {
			...facts,
			storage: engine,
			db,
			now: time.frozenAt ?? facts.machineNow + time.offsetMs,
			frozen: time.frozenAt !== null,
			revision,
			read: join,
			write,
			writeTogether: write,
			writeAlone: refuseToWait,
			note: write
		};
		return transaction;
	};
	return {
		...facts,
		storage: engine,
		read: (work) => engine.read((db, time, revision) => work(within(db, time, revision))),
		write: (work) => engine.write((db, time) => work(within(db, time))),
		writeTogether: (work) => engine.writeTogether((db, time) => work(within(db, time))),
		writeAlone: (work) => engine.writeAlone((db, time) => work(within(db, time))),
		note: (work) => engine.note((db, time) => work(within(db, time)))
	};
}

/** The same context, in the name of somebody else. */
export function actingAs(context: Context, actor: Actor): Context {
	return {
		...context,
		actor,
		read: (work) => context.read((transaction) => work(withActor(transaction, actor))),
		write: (work) => context.write((transaction) => work(withActor(transaction, actor))),
		writeTogether: (work) =>
			context.writeTogether((transaction) => work(withActor(transaction, actor))),
		writeAlone: (work) => context.writeAlone((transaction) => work(withActor(transaction, actor))),
		note: (work) => context.note((transaction) => work(withActor(transaction, actor)))
	};
}

const withActor = (transaction: Transaction, actor: Actor) => changed(transaction, { actor });

/** The same transaction by the time of the machine, once the rehearsal's was taken out of it. */
export const atMachineTime = (transaction: Transaction) =>
	changed(transaction, { now: transaction.machineNow, frozen: false });

function changed(
	transaction: Transaction,
	facts: Partial<Pick<Transaction, 'actor' | 'now' | 'frozen'>>
): Transaction {
	const own: Transaction = {
		...transaction,
		...facts,
		read: (work) => work(own),
		write: (work) => transaction.write(() => work(own)),
		writeTogether: (work) => transaction.writeTogether(() => work(own)),
		note: (work) => transaction.note(() => work(own))
	};
	return own;
}

function refuseToWait(): never {
	throw new TypeError('What is in a transaction cannot wait for the others to end.');
}

function refuseToWrite(): never {
	throw new TypeError('What only reads cannot write; begin with a write.');
}
