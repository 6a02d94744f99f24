import { readForm, textOf } from '#lib/server/http/read-form.ts';
import { looksKnown } from '#lib/server/owners/known-browser.ts';
import { error, redirect } from '@sveltejs/kit';
import { giveSecret } from '../cookies.ts';
import { portalPage } from '../portal-page.ts';
import type { Actions } from './$types.js';

/** Where a mail leads that says how its reader gets a code, whatever others ask for. */
export const load = portalPage('/my/known', ({ url }) => {
	const as = url.searchParams.get('as') ?? '';
	if (!looksKnown(as)) redirect(303, '/my');
	return { as };
});

export const actions: Actions = {
	default: async (event) => {
		const body = await readForm(event.request, ['as']);
		if (!body.ok) error(body.status, body.message);
		const as = textOf(body.form, 'as');
		if (!looksKnown(as)) redirect(303, '/my');
		giveSecret(event, 'owner_known', as);
		redirect(303, '/my?after=known');
	}
};
