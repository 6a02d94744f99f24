/** What can keep the database from doing its work, and what to tell the person. */
export const storageWords = {
	folder:
		'The folder of the database cannot be created or written. Nothing was changed; set DATABASE_URL to a file in a folder that you may write.',
	damaged:
		'Something that the database holds is damaged and cannot be read; the log of the server says what. Nothing was changed. Put a backup in its place, or mend it.',
	unreadable:
		'The file is not a SQLite database, or it is damaged. It was left as it is. Put a backup in its place, or set DATABASE_URL to another file.',
	foreign:
		'The database belongs to another program. It was left as it is; set DATABASE_URL to another one.',
	newer:
		'The database was written by a newer version of Valetkey. It was left as it is; start that version instead.',
	older:
		'The database was written by an older version of Valetkey. It was left as it is; start this version on it once, which brings it up to date.',
	filled:
		'The database to copy to holds something already. It was left as it is; name an empty one, or a new file.',
	different:
		'What arrived is not what was sent. Nothing was copied; run it again, and tell us should it come back.',
	altered:
		'The database was set up by another edition of a migration. It was left as it is; start the version that made it.',
	pragma:
		'The database does not accept a setting that keeps data safe. Move it to a disk of this machine.',
	migrations:
		'The folder “drizzle” with the migrations is missing; start from the project’s folder.',
	copy: 'The database could not be copied before its migration. Nothing was changed; make room beside it, check the rights of the folder, and start again.',
	exists: 'The file exists already and was left as it is; name another one.',
	unwritable:
		'Nothing can be written at this place. Nothing was changed; name a folder that exists and that you may write.',
	absent: 'There is no database at this place.',
	used: 'A server works on the database. Nothing was changed; stop it first.',
	busy: 'Another program holds the database. Nothing was changed; try again in a moment.',
	unavailable: 'The database does not answer. Start the server again; its output says why.',
	gone: 'The database file was removed or replaced while the server was running. Nothing was saved; put the file in its place and start the server again.',
	full: 'The disk is full. Nothing was changed; make room and try again.',
	readonly: 'The database cannot be written. Nothing was changed; check the rights of the file.',
	disk: 'The disk failed to read or write. Nothing was changed; check it and try again.',
	unreachable:
		'The database server cannot be reached. Nothing was changed; check that it runs, and that DATABASE_URL names its address.',
	uncertain:
		'The connection to the database server broke while a change was being kept. Look whether it was made before you try again.',
	denied:
		'The database server does not let this user in. Check the user name and the password in DATABASE_URL, and whom its pg_hba.conf allows.',
	missing:
		'The database does not exist on its server. Create it, or set DATABASE_URL to another one.',
	rights:
		'The database user lacks a right. Nothing was changed; make this user the owner of the database.',
	standby:
		'The database server takes no writes: it is a standby, or set to read only. Nothing was changed; set DATABASE_URL to the primary server.',
	exhausted:
		'All connections to the database are in use. Nothing was changed; try again in a moment.',
	slow: 'The database server took too long to answer. Nothing was changed; try again in a moment.',
	contended:
		'Too many changed the same things at the same moment. Nothing was changed; try again in a moment.',
	encryption:
		'The database server and this one do not agree on an encrypted connection. Nothing was changed; check its certificate, and sslmode in DATABASE_URL.',
	encoding:
		'The database does not keep its text in UTF-8. It was left as it is; create one with encoding UTF8.',
	outdated:
		'The database server is older than PostgreSQL 13. It was left as it is; set DATABASE_URL to a newer one.'
} as const;
