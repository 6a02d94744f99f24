import { textOf, readForm } from '#lib/server/http/read-form.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions } from './$types.js';
import { sendCode } from './asking.ts';
import { portalPage } from './portal-page.ts';
import { nextPath, visitOf } from './visit.ts';

/** What happened before this page, which it says. */
const AFTER = ['signed-out', 'deleted', 'known'] as const;

export const load = portalPage('/my', async (event) => {
	const { searchParams } = event.url;
	if ((await visitOf(event)).signedIn) redirect(303, nextPath(searchParams.get('next')));
	const after = searchParams.get('after');
	return {
		next: searchParams.get('next'),
		after: AFTER.find((one) => one === after) ?? null
	};
});

export const actions: Actions = {
	send: async (event) => {
		const body = await readForm(event.request, ['email', 'next']);
		if (!body.ok) error(body.status, body.message);
		const email = textOf(body.form, 'email');
		const next = textOf(body.form, 'next');
		const sent = await sendCode(event, email);
		if (!sent.ok) return fail(sent.status, { email, next, message: sent.message });
		redirect(303, next === '' ? '/my/code' : `/my/code?next=${encodeURIComponent(nextPath(next))}`);
	}
};
