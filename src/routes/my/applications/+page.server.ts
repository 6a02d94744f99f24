import { listAccounts } from '#lib/server/owners/accounts.ts';
import { ownersPage } from '../portal-page.ts';

export const load = ownersPage('/my/applications', async ({ context }) => ({
	accounts: await listAccounts(context)
}));
