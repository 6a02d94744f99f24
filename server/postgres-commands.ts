/** What PostgreSQL's own programs are called with, for a person to copy. */

/** The address without its password, which would be seen in the list of processes. */
function withoutPassword(url: string): string {
	const bare = new URL(url);
	bare.password = '';
	bare.searchParams.delete('password');
	return quote(bare.href);
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

const PASSWORD =
	'Set PGPASSWORD, or write ~/.pgpass, so that it is let in; it has to be of the version of the server or newer.';

export function backupLine(url: string, file: string): string {
	return `PostgreSQL copies its databases itself, also while servers work on them. ${PASSWORD}

  pg_dump --format=custom --file=${quote(file)} ${withoutPassword(url)}

Keep its key with it, which SECRET_KEY holds.`;
}

/** Windows may still be open on what came after the backup; their revisions must not fit. */
const BEGIN_ANEW = 'update drafts set revision = 1 + floor(random() * 140737488355328)::bigint';

export function restoreLines(url: string, file: string): string {
	const database = withoutPassword(url);
	return `PostgreSQL puts a backup back itself. Stop all servers of Valetkey first: what is in the database now is replaced. ${PASSWORD}

  pg_restore --clean --if-exists --no-owner --single-transaction --dbname=${database} ${quote(file)}
  psql ${database} --command=${quote(BEGIN_ANEW)}`;
}
