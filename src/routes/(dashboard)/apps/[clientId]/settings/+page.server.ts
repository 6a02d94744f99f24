import { resolve } from '$app/paths';
import {
	deleteApplication,
	requireApplication,
	updateApplication
} from '#lib/server/applications/applications.ts';
import { readForm, textOf } from '#lib/server/http/form.ts';
import {
	readSandboxSettings,
	updateStartUnticked
} from '#lib/server/applications/sandbox-settings.ts';
import { fail, redirect } from '@sveltejs/kit';
import { leaveDeletedName } from '../../../deleted-notice.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ params, parent, locals }) => {
	await parent();
	const { startUnticked } = await readSandboxSettings(locals.context, params.clientId);
	return {
		title: 'Settings',
		subtitle: 'Name and mode of this application, its sandbox, and its end.',
		startUnticked
	};
};

/** What a form of this page is answered with. */
interface Answer {
	readonly form: 'save' | 'sandbox' | 'delete';
	readonly saved?: boolean;
	/** Why nothing was done, and the field it is about. */
	readonly error?: string;
	readonly field?: string;
	/** What was typed. */
	readonly name?: string;
	readonly mode?: string;
	readonly typed?: string;
}

export const actions: Actions = {
	save: async ({ request, params: { clientId }, locals }) => {
		await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['name', 'mode']);
		if (!body.ok) return fail<Answer>(body.status, { form: 'save', error: body.message });
		const values = { name: textOf(body.form, 'name'), mode: textOf(body.form, 'mode') };
		const result = await updateApplication(locals.context, clientId, values);
		if (!result.ok) {
			const { field, message: error } = result;
			return fail<Answer>(400, { form: 'save', ...values, field, error });
		}
		const answer: Answer = { form: 'save', saved: true };
		return answer;
	},
	sandbox: async ({ request, params: { clientId }, locals }) => {
		await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['startUnticked']);
		if (!body.ok) return fail<Answer>(body.status, { form: 'sandbox', error: body.message });
		await updateStartUnticked(
			locals.context,
			clientId,
			textOf(body.form, 'startUnticked') === 'on'
		);
		const answer: Answer = { form: 'sandbox', saved: true };
		return answer;
	},
	delete: async ({ request, params: { clientId }, cookies, url, locals }) => {
		const { name } = await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['confirm']);
		if (!body.ok) return fail<Answer>(body.status, { form: 'delete', error: body.message });
		const typed = textOf(body.form, 'confirm');
		const result = await deleteApplication(locals.context, clientId, typed);
		if (!result.ok) return fail<Answer>(400, { form: 'delete', typed, error: result.message });
		leaveDeletedName(cookies, name, url.protocol === 'https:');
		redirect(303, resolve('/'));
	}
};
