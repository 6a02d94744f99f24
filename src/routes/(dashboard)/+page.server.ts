import { resolve } from '$app/paths';
import { createApplication, listApplications } from '#lib/server/applications.ts';
import { readForm, textOf } from '#lib/server/form.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';
import { takeDeletedName } from './deleted-notice.ts';

export const load: PageServerLoad = async ({ cookies, depends }) => {
	depends('valetkey:applications');
	return { overview: await listApplications(), deletedName: takeDeletedName(cookies) };
};

export const actions: Actions = {
	create: async ({ request }) => {
		const body = await readForm(request);
		if (!body.ok) return fail(body.status, { name: '', error: body.message });
		const name = textOf(body.form, 'name');
		const created = await createApplication({ name });
		if (!created.ok) return fail(400, { name, error: created.message });
		const { clientId } = created;
		redirect(303, resolve('/(dashboard)/apps/[clientId]/vehicle-access', { clientId }));
	}
};
