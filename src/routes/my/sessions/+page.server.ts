import { readForm, textOf } from '#lib/server/http/read-form.ts';
import { endAllSessions, endSession, listSessions, signOut } from '#lib/server/owners/sessions.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { secretIn, takeSecret } from '../cookies.ts';
import { ownersPage } from '../portal-page.ts';
import { requireOwner } from '../visit.ts';
import type { Actions } from './$types.js';

export const load = ownersPage('/my/sessions', async ({ context, owner, sessionId }) => {
	const sessions = await listSessions(context);
	return {
		address: owner.address,
		sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId }))
	};
});

const SIGNED_OUT = '/my?after=signed-out';

export const actions: Actions = {
	/** Stands on every page; whoever is signed out already is so after it, too. */
	signOut: async (event) => {
		await formOf(event);
		const secret = secretIn(event, 'owner');
		if (secret !== undefined) await signOut(event.locals.context, secret);
		takeSecret(event, 'owner');
		redirect(303, SIGNED_OUT);
	},
	end: async (event) => {
		const { context, sessionId } = await requireOwner(event);
		const id = textOf(await formOf(event, ['id']), 'id');
		await endSession(context, id);
		redirect(303, id === sessionId ? SIGNED_OUT : '/my/sessions');
	},
	endAll: async (event) => {
		const { context } = await requireOwner(event);
		await formOf(event);
		await endAllSessions(context);
		takeSecret(event, 'owner');
		redirect(303, SIGNED_OUT);
	}
};

async function formOf(
	{ request }: Pick<RequestEvent, 'request'>,
	fields: readonly string[] = []
): Promise<FormData> {
	const body = await readForm(request, fields);
	if (!body.ok) error(body.status, body.message);
	return body.form;
}
