import { MAKES } from '#lib/access/catalog/makes.ts';
import { readForm } from '#lib/server/http/read-form.ts';
import { listAccounts, unlinkAccount } from '#lib/server/owners/accounts.ts';
import { error, redirect } from '@sveltejs/kit';
import { ownersPage } from '../../../portal-page.ts';
import { requireOwner } from '../../../visit.ts';
import type { Actions } from './$types.js';

/** Of an account that is not theirs, or no longer, there is nothing to unlink. */
export const load = ownersPage(
	'/my/accounts/[accountId]/unlink',
	async ({ context }, { params }) => {
		const accounts = await listAccounts(context);
		const account = accounts.find(({ id }) => id === params.accountId);
		if (!account) redirect(303, '/my/applications');
		const { make, username } = account;
		return { brand: MAKES.find(({ key }) => key === make)?.name ?? make, username };
	}
);

export const actions: Actions = {
	default: async (event) => {
		const { context } = await requireOwner(event);
		const body = await readForm(event.request, []);
		if (!body.ok) error(body.status, body.message);
		await unlinkAccount(context, event.params.accountId);
		redirect(303, '/my/applications');
	}
};
