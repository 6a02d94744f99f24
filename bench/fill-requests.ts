import Database from 'better-sqlite3';
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Applications, and requests of each: as many as are kept. */
const APPLICATIONS = 1000;
const REQUESTS = 1000;

/**
 * Writes a million requests beside those of one application, of which one has to be there.
 *
 * @param file of a database that nobody works on
 */
export function fillRequests(file: string): void {
	const sqlite = new Database(file);
	sqlite.pragma('synchronous = off');
	sqlite.pragma('cache_size = -200000');
	const fill = sqlite.transaction(() => {
		sqlite.exec('create temp table one as select * from applications limit 1');
		const rename = sqlite.prepare('update one set client_id = ?');
		const copy = sqlite.prepare('insert into applications select * from one');
		sqlite.exec(`create temp table asked as select * from requests order by id limit 1;
			update asked set id = null`);
		const own = sqlite.prepare('update asked set client_id = ?');
		const many = sqlite.prepare(
			`with recursive counted(n) as (select 1 union all select n + 1 from counted where n < ?)
			insert into requests select asked.* from counted join asked`
		);
		for (let index = 0; index < APPLICATIONS; index += 1) {
			const clientId = crypto.randomUUID();
			rename.run(clientId);
			copy.run();
			own.run(clientId);
			many.run(REQUESTS);
		}
	});
	fill();
	sqlite.pragma('wal_checkpoint(truncate)');
	sqlite.close();
	// On the disk by now: written there while servers are measured, it would be in their way.
	const written = openSync(file, 'r+');
	fsyncSync(written);
	closeSync(written);
}
