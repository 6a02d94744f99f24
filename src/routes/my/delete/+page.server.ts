import { readForm } from '#lib/server/http/read-form.ts';
import { deleteOwnerData } from '#lib/server/owners/delete-data.ts';
import { error, redirect } from '@sveltejs/kit';
import { takeSecret } from '../cookies.ts';
import { ownersPage } from '../portal-page.ts';
import { requireOwner } from '../visit.ts';
import type { Actions } from './$types.js';

export const load = ownersPage('/my/delete', ({ owner }) => ({ address: owner.address }));

export const actions: Actions = {
	default: async (event) => {
		const { context } = await requireOwner(event);
		const body = await readForm(event.request, []);
		if (!body.ok) error(body.status, body.message);
		await deleteOwnerData(context);
		takeSecret(event, 'owner');
		redirect(303, '/my?after=deleted');
	}
};
