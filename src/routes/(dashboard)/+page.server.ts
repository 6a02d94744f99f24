import { resolve } from '$app/paths';
import { listApplications } from '#lib/server/applications/application-list.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { sampleUriAt } from '#lib/server/applications/built-in-redirect-uris.ts';
import { text } from '#lib/server/http/fields.ts';
import { form } from '#lib/server/http/form.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types.js';
import { readView } from './applications/applications-view.ts';
import { takeDeletedName } from './applications/deleted-notice.ts';
import * as words from './words.en.ts';
import { describeApplication } from './words.ts';

export const load: PageServerLoad = async ({ cookies, depends, locals, url }) => {
	depends('valetkey:applications');
	const view = readView(url.searchParams);
	return {
		overview: await listApplications(locals.context, view),
		search: view.search,
		skips: [{ id: 'new', label: words.skipToNew }],
		deletedName: takeDeletedName(cookies)
	};
};

export const actions: Actions = {
	create: form(
		z.object({ name: text, clientId: text }),
		async ({ name, clientId }, { locals: { context } }) => {
			const sample = sampleUriAt(context.settings.origin);
			const created = await createApplication(context, { name, clientId, sample });
			if (!created.ok) {
				const field = created.kind === 'refused' ? created.field : 'name';
				return fail(400, { name, clientId, field, error: describeApplication(created) });
			}
			redirect(303, resolve('/(dashboard)/apps/[clientId]/vehicle-access', created));
		},
		({ message }) => ({ name: '', clientId: '', field: 'name', error: message })
	)
};
