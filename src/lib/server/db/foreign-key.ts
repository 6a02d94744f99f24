/** What each engine calls it: SQLite its result code, PostgreSQL (Appendix A) its state. */
const CODES: ReadonlySet<unknown> = new Set(['SQLITE_CONSTRAINT_FOREIGNKEY', '23503']);

/** Whether a row was refused because it points at one that is gone. */
export function isForeignKeyFault(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return ('code' in error && CODES.has(error.code)) || isForeignKeyFault(error.cause);
}
