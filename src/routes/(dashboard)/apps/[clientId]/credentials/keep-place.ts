import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { Announcer } from '#lib/state/announcer.svelte.ts';
import type { SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';
import { focusAction } from './focus-action.ts';

/**
 * Sends a form of a list, shows and announces the answer, and keeps focus and place: the pressed
 * button, or its neighbour when it is spent. A second press counts once the first is answered.
 */
export function keepPlace(announcer: Announcer, list: () => HTMLElement | null): SubmitFunction {
	const underway = new WeakMap<HTMLFormElement, string>();
	return ({ submitter, formData, formElement: form, action: { href }, cancel }) => {
		if (underway.get(form) === href) return cancel();
		underway.set(form, href);
		const id = formData.get('id');
		const action = submitter?.getAttribute('data-action');
		return async ({ result, formElement }) => {
			underway.delete(form);
			await applyAction(result);
			if (result.type === 'success' && !action) formElement.reset();
			// A refusal may be for the sake of what another window did.
			if (result.type === 'success' || result.type === 'failure') await invalidateAll();
			const done: unknown = result.type === 'success' ? result.data?.done : null;
			if (typeof done === 'string') announcer.say(done);
			await tick();
			if (action) focusAction(list(), id, action);
			// The form itself may be gone with the answer; a field that is wrong has the focus already.
			else if (document.activeElement === document.body) list()?.focus({ preventScroll: true });
		};
	};
}
