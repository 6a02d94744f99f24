/** Whether `DATABASE_URL` names a server of PostgreSQL and no file of SQLite. */
export const isPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '');
