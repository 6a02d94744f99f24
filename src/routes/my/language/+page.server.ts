import { LANGUAGE_NAMES } from '#lib/access/owner-words/languages.ts';
import { readForm, textOf } from '#lib/server/http/read-form.ts';
import { error, redirect } from '@sveltejs/kit';
import { nextPath, rememberLanguage } from '../visit.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ url }) => ({
	languages: LANGUAGE_NAMES,
	next: url.searchParams.get('next') ?? ''
});

export const actions: Actions = {
	default: async (event) => {
		const body = await readForm(event.request, ['language', 'next']);
		if (!body.ok) error(body.status, body.message);
		rememberLanguage(event, textOf(body.form, 'language'));
		const next = textOf(body.form, 'next');
		redirect(303, next.startsWith('/my/') ? nextPath(next) : '/my');
	}
};
