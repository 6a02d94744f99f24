import { resolve } from '$app/paths';
import { wholeNumber } from '#lib/server/http/fields.ts';
import { replaceManagementToken } from '#lib/server/applications/management-token.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../../words.ts';
import { applicationForm } from '../../application-form.ts';
import type { Answer } from '../answer.ts';

const about = 'management-token';

export const managementTokenAction = {
	makeManagementToken: applicationForm(
		z.object({ seen: wholeNumber }),
		async ({ seen }, { context, clientId }) => {
			const made = await replaceManagementToken(context, clientId, seen);
			if (!made.ok) return fail<Answer>(400, { about, error: describeGone(made) });
			// To a page that can be loaded again: this one would replace the token once more.
			const page = resolve('/(dashboard)/apps/[clientId]/credentials', { clientId });
			redirect(303, `${page}#management-token`);
		},
		({ message }): Answer => ({ about, error: message })
	)
};
