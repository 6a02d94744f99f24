import { getAnnouncer } from '#lib/state/announcer.svelte.ts';
import type { SubmitFunction } from '@sveltejs/kit';

/** Sends a form within the page, keeps what is typed in others, and says once what became of it. */
export function announced(): SubmitFunction {
	const announcer = getAnnouncer();
	return () =>
		async ({ result, update }) => {
			await update({ reset: false });
			// What failed stands in an alert, which speaks for itself.
			if (result.type !== 'success') return;
			const said: unknown = result.data?.done;
			if (typeof said === 'string') announcer.say(said);
		};
}
