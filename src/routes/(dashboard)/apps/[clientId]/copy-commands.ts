import type { CommandCenter } from '#lib/state/command-center.svelte.ts';
import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import type { LayoutData } from './$types.js';
import { copyLink } from './vehicle-access/rail/copy-link.ts';
import { addressOf } from './vehicle-access/rail/link-address.ts';
import { linkSaid } from './vehicle-access/rail/link-said.ts';
import * as words from './words.en.ts';

/** Copies what the draft asks for, from whatever page of the application. */
export function copyScopeNow(center: CommandCenter, { scope }: DraftEditor): Promise<void> {
	return copy(center, scope, scope === '' ? words.scopeEmpty : words.copied(scope));
}

/** Copies the link of the current version, or of the draft before there is one. */
export function copyLinkNow(
	center: CommandCenter,
	{ scope }: DraftEditor,
	{ application, published }: Pick<LayoutData, 'application' | 'published'>
): Promise<void> {
	const link = copyLink({ ...application, published, origin: location.origin });
	return copy(center, addressOf(link, scope), linkSaid(link));
}

async function copy(center: CommandCenter, text: string, done: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
		center.notify(done);
	} catch {
		center.notify(words.mayNotCopy);
	}
}
