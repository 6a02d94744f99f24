import type { Db } from '../engine.ts';

/**
 * Statements that are compiled once for each connection that asks for them, and take part in its
 * transaction when they are executed.
 */
export function prepared<Statements>(prepare: (db: Db) => Statements): (db: Db) => Statements {
	const known = new WeakMap<Db, Statements>();
	return (db) => {
		const statements = known.get(db) ?? prepare(db);
		known.set(db, statements);
		return statements;
	};
}

/** Prepares a statement under a name: one engine knows it by that, another takes none. */
export function named<Statement>(
	builder: { prepare(name: string): Statement },
	name: string
): Statement {
	return builder.prepare(name);
}
