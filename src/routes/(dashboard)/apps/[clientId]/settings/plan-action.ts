import { MAX_MONTHLY_CALLS, updateMonthlyLimit } from '#lib/server/applications/monthly-calls.ts';
import { text } from '#lib/server/http/fields.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../words.ts';
import { applicationForm } from '../application-form.ts';
import type { Answer } from './answer.ts';
import * as words from './words.en.ts';

const form = 'plan';

const Limit = text
	.transform((typed) => typed.trim())
	.refine((typed) => typed === '' || isLimit(typed), {
		error: words.aLimitIs(MAX_MONTHLY_CALLS)
	})
	.transform((typed) => (typed === '' ? null : Number(typed)));

function isLimit(typed: string): boolean {
	return /^\d{1,15}$/.test(typed) && Number(typed) <= MAX_MONTHLY_CALLS;
}

export const planAction = {
	plan: applicationForm(
		z.object({ monthlyCalls: Limit }),
		async ({ monthlyCalls }, { context, clientId }) => {
			const result = await updateMonthlyLimit(context, clientId, monthlyCalls);
			if (!result.ok) return fail<Answer>(400, { form, error: describeGone(result) });
			return { form, saved: true } satisfies Answer;
		},
		({ message, typed }): Answer => ({ form, error: message, typed: typed.monthlyCalls ?? '' })
	)
};
