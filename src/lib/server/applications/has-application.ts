import { eq } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { applications } from '../db/schema.ts';

/** Whether an application is there, and was not deleted in another window. */
export async function hasApplication({ db }: Transaction, clientId: string): Promise<boolean> {
	return (await db.$count(applications, eq(applications.clientId, clientId))) > 0;
}
