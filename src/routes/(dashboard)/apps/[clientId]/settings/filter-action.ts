import { updatePowertrainFilter } from '#lib/server/applications/powertrain-filter.ts';
import { ticked } from '#lib/server/http/fields.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../words.ts';
import { applicationForm } from '../application-form.ts';
import type { Answer } from './answer.ts';

const form = 'filter';

export const filterAction = {
	filter: applicationForm(
		z.object({ ICE: ticked, BEV: ticked, PHEV: ticked, allowUnknownPowertrain: ticked }),
		async (filter, { context, clientId }) => {
			const result = await updatePowertrainFilter(context, clientId, filter);
			if (!result.ok) return fail<Answer>(400, { form, error: describeGone(result) });
			return { form, saved: true } satisfies Answer;
		},
		({ message }): Answer => ({ form, error: message })
	)
};
