import { resolve } from '$app/paths';
import { text, ticked } from '#lib/server/http/fields.ts';
import { form } from '#lib/server/http/form.ts';
import { countAll, wipeAll } from '#lib/server/programs/control/wipe-all.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types.js';
import * as words from './words.en.ts';

const Then = z.enum(['demo', 'nothing']).nullable().catch(null);

export const load: PageServerLoad = async ({ url, locals: { context } }) => ({
	counts: await countAll(context),
	isPublic: context.settings.isPublic,
	/** What was done a moment ago. */
	done: Then.parse(url.searchParams.get('done'))
});

/** What the form is answered with. */
interface Answer {
	readonly error: string;
	readonly then?: string;
}

export const actions: Actions = {
	default: form(
		z.object({ then: text, sure: ticked }),
		async ({ then, sure }, { locals: { context } }) => {
			const chosen = Then.parse(then);
			if (context.settings.isPublic) return fail<Answer>(403, { error: words.offHere });
			if (chosen === null) return fail<Answer>(400, { error: words.thenMissing });
			if (!sure) return fail<Answer>(400, { error: words.sureMissing, then });
			await wipeAll(context, chosen);
			redirect(303, `${resolve('/(dashboard)/start-over')}?done=${chosen}`);
		},
		({ message, typed }): Answer => ({ error: message, ...typed })
	)
};
