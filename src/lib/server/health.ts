import { read } from './db/connection.ts';
import { applications } from './db/schema.ts';

/** Whether the database answers. */
export async function isStorageHealthy(): Promise<boolean> {
	try {
		await read((db) => db.select({ id: applications.clientId }).from(applications).limit(1).all());
		return true;
	} catch {
		return false;
	}
}
