import { listVersions, restoreIntoDraft } from '#lib/server/versions.ts';
import { readForm, textOf } from '#lib/server/form.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ params, depends }) => {
	depends('valetkey:application');
	return {
		title: 'History',
		subtitle: 'Every published version, kept as it was.',
		versions: await listVersions(params.clientId)
	};
};

export const actions: Actions = {
	/** Puts the version in `number` into the draft; publishes nothing. */
	restore: async ({ request, params: { clientId } }) => {
		const body = await readForm(request);
		if (!body.ok) return fail(body.status, { message: body.message });
		const number = Number(textOf(body.form, 'number') || NaN);
		const restored = Number.isSafeInteger(number) && (await restoreIntoDraft(clientId, number));
		if (!restored) return fail(400, { message: 'There is no such version; nothing was changed.' });
		return {
			message: `Version ${number} is in the draft now. Review and publish it when you like.`
		};
	}
};
