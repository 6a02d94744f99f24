import { readDraft, type Draft } from '#lib/server/configurations/drafts.ts';
import type { Context } from '#lib/server/context.ts';

/** What a change answered with that has to succeed for a test to begin. */
export function done<T extends { readonly ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
	if (isDone(outcome)) return outcome;
	throw new Error(JSON.stringify(outcome));
}

function isDone<T extends { readonly ok: boolean }>(
	outcome: T
): outcome is Extract<T, { ok: true }> {
	return outcome.ok;
}

/** The draft of an application that is there. */
export async function draftOf(context: Context, clientId: string): Promise<Draft> {
	const draft = await readDraft(context, clientId);
	if (!draft) throw new Error(`There is no application ${clientId}.`);
	return draft;
}
