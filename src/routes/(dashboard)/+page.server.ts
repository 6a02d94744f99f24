import { resolve } from '$app/paths';
import { listApplications } from '#lib/server/applications/application-list.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { sampleUriAt } from '#lib/server/applications/built-in-redirect-uris.ts';
import { readForm, textOf } from '#lib/server/http/form.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';
import { readView } from './applications-view.ts';
import { takeDeletedName } from './deleted-notice.ts';

export const load: PageServerLoad = async ({ cookies, depends, locals, url }) => {
	depends('valetkey:applications');
	const view = readView(url.searchParams);
	return {
		overview: await listApplications(locals.context, view),
		search: view.search,
		deletedName: takeDeletedName(cookies)
	};
};

export const actions: Actions = {
	create: async ({ request, locals }) => {
		const body = await readForm(request, ['name', 'clientId']);
		if (!body.ok)
			return fail(body.status, { name: '', clientId: '', field: 'name', error: body.message });
		const name = textOf(body.form, 'name');
		const clientId = textOf(body.form, 'clientId');
		const sample = sampleUriAt(locals.context.settings.origin);
		const created = await createApplication(locals.context, { name, clientId, sample });
		if (!created.ok) {
			return fail(400, { name, clientId, field: created.field, error: created.message });
		}
		redirect(303, resolve('/(dashboard)/apps/[clientId]/vehicle-access', created));
	}
};
