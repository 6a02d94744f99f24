import { resolve } from '$app/paths';
import {
	APPLICATION_MODES,
	deleteApplication,
	updateApplication
} from '#lib/server/applications/applications.ts';
import { LETS_ALL_IN } from '#lib/access/powertrain-filter.ts';
import { readMonthlyLimit } from '#lib/server/applications/monthly-calls.ts';
import { readPowertrainFilter } from '#lib/server/applications/powertrain-filter.ts';
import { readV3Dialect } from '#lib/server/applications/v3-dialect.ts';
import { countKeptOut } from '#lib/server/connect/kept-out.ts';
import { tallyCalls } from '#lib/server/fleet/calls/tally.ts';
import { text, ticked } from '#lib/server/http/fields.ts';
import {
	readSandboxSettings,
	updateStartUnticked
} from '#lib/server/applications/sandbox-settings.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { leaveDeletedName } from '../../../applications/deleted-notice.ts';
import { describeApplication, describeGone } from '../../../words.ts';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import type { Answer } from './answer.ts';
import { filterAction } from './filter-action.ts';
import { planAction } from './plan-action.ts';
import { v3Action } from './v3-action.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params, parent, locals }) => {
	await parent();
	const { context } = locals;
	const { clientId } = params;
	const { startUnticked } = await readSandboxSettings(context, clientId);
	const filter = (await readPowertrainFilter(context, clientId)) ?? LETS_ALL_IN;
	const limit = await readMonthlyLimit(context, clientId);
	return {
		title: words.settings,
		subtitle: words.lead,
		startUnticked,
		filter,
		keptOut: await countKeptOut(context, clientId, filter),
		v3Dialect: await readV3Dialect(context, clientId),
		plan: { limit, ...(await tallyCalls(context, clientId)) }
	};
};

const Mode = z.enum(APPLICATION_MODES, { error: words.aModeIs(APPLICATION_MODES) });

export const actions: Actions = {
	...filterAction,
	...planAction,
	...v3Action,
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
