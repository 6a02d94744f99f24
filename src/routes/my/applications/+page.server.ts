import { listAccounts } from '#lib/server/owners/accounts.ts';
import { requireOwner } from '../visit.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { context } = await requireOwner(event);
	return { accounts: await listAccounts(context) };
};
