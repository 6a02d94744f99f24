import { resolve } from '$app/paths';
import {
	APPLICATION_MODES,
	deleteApplication,
	updateApplication
} from '#lib/server/applications/applications.ts';
import { text, ticked } from '#lib/server/http/fields.ts';
import {
	readSandboxSettings,
	updateStartUnticked
} from '#lib/server/applications/sandbox-settings.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { leaveDeletedName } from '../../../deleted-notice.ts';
import { describeApplication, describeGone } from '../../../words.ts';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params, parent, locals }) => {
	await parent();
	const { startUnticked } = await readSandboxSettings(locals.context, params.clientId);
	return {
		title: words.settings,
		subtitle: words.lead,
		startUnticked
	};
};

const Mode = z.enum(APPLICATION_MODES, { error: words.aModeIs(APPLICATION_MODES) });

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
	save: applicationForm(
		z.object({ name: text, mode: Mode }),
		async (values, { context, clientId }) => {
			const result = await updateApplication(context, clientId, values);
			if (result.ok) return { form: 'save', saved: true } satisfies Answer;
			const field = result.kind === 'refused' ? { field: result.field } : {};
			return fail<Answer>(400, {
				form: 'save',
				...values,
				...field,
				error: describeApplication(result)
			});
		},
		({ message, field, typed }): Answer =>
			field === undefined
				? { form: 'save', error: message }
				: { form: 'save', name: typed.name ?? '', mode: typed.mode ?? '', field, error: message }
	),
	sandbox: applicationForm(
		z.object({ startUnticked: ticked }),
		async ({ startUnticked }, { context, clientId }) => {
			const result = await updateStartUnticked(context, clientId, startUnticked);
			if (!result.ok) return fail<Answer>(400, { form: 'sandbox', error: describeGone(result) });
			return { form: 'sandbox', saved: true } satisfies Answer;
		},
		({ message }): Answer => ({ form: 'sandbox', error: message })
	),
	delete: applicationForm(
		z.object({ confirm: text }),
		async ({ confirm: typed }, { context, clientId, application, event }) => {
			const result = await deleteApplication(context, clientId, typed);
			if (!result.ok) {
				return fail<Answer>(400, { form: 'delete', typed, error: describeApplication(result) });
			}
			leaveDeletedName(event.cookies, application.name, event.url.protocol === 'https:');
			redirect(303, resolve('/'));
		},
		({ message }): Answer => ({ form: 'delete', error: message })
	)
};
