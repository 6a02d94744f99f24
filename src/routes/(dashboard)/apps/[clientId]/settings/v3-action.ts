import { updateV3Dialect, V3_DIALECTS } from '#lib/server/applications/v3-dialect.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../words.ts';
import { applicationForm } from '../application-form.ts';
import type { Answer } from './answer.ts';
import * as words from './words.en.ts';

const form = 'v3';

export const v3Action = {
	v3: applicationForm(
		z.object({ v3Dialect: z.enum(V3_DIALECTS, { error: words.aDialectIs(V3_DIALECTS) }) }),
		async ({ v3Dialect }, { context, clientId }) => {
			const result = await updateV3Dialect(context, clientId, v3Dialect);
			if (!result.ok) return fail<Answer>(400, { form, error: describeGone(result) });
			return { form, saved: true } satisfies Answer;
		},
		({ message }): Answer => ({ form, error: message })
	)
};
