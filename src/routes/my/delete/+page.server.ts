import { readForm } from '#lib/server/http/read-form.ts';
import { deleteOwnerData } from '#lib/server/owners/delete-data.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { sendCode } from '../asking.ts';
import { takeSecret } from '../cookies.ts';
import { ownersPage } from '../portal-page.ts';
import { requireOwner } from '../visit.ts';
import type { Actions } from './$types.js';

const HERE = '/my/delete';

export const load = ownersPage(HERE, ({ owner, recent }) => ({ address: owner.address, recent }));

export const actions: Actions = {
	delete: async (event) => {
		const { context, sessionId } = await requireOwner(event);
		await checkForm(event);
		const outcome = await deleteOwnerData(context, sessionId);
		// The page says then what to do first.
		if (!outcome.ok) redirect(303, HERE);
		for (const name of ['owner', 'owner_code', 'owner_known'] as const) takeSecret(event, name);
		redirect(303, '/my?after=deleted');
	},
	/** The new sign-in takes the place of the one that is there. */
	again: async (event) => {
		const { owner } = await requireOwner(event);
		await checkForm(event);
		const sent = await sendCode(event, owner.address);
		if (!sent.ok) return fail(sent.status, { message: sent.message });
		redirect(303, `/my/code?next=${encodeURIComponent(HERE)}`);
	}
};

async function checkForm({ request }: Pick<RequestEvent, 'request'>): Promise<void> {
	const body = await readForm(request, []);
	if (!body.ok) error(body.status, body.message);
}
