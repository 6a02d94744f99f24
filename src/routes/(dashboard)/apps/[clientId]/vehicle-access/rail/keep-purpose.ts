import { isPermissionName } from '#lib/access/permission.ts';
import { checkPurpose, describePurpose, purposeOfField } from '#lib/access/purpose-text.ts';
import { withPurpose } from '#lib/access/purposes.ts';
import type { Announcer } from '#lib/state/announcer.svelte.ts';
import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import * as words from '../words.en.ts';

/**
 * Keeps in the draft what a form says of a permission.
 *
 * @returns what is wrong with it; empty once it is kept
 */
export function keepPurpose(form: FormData, editor: DraftEditor, announcer: Announcer): string {
	const [name, written] = [form.get('permission'), form.get('purpose')];
	if (typeof name !== 'string' || !isPermissionName(name) || typeof written !== 'string') {
		return words.notAPermission;
	}
	const purpose = purposeOfField(written);
	const fault = checkPurpose(purpose);
	if (fault) return describePurpose(fault);
	const { selection, purposes } = editor.content;
	editor.replace(selection, withPurpose(purposes, name, purpose));
	announcer.say(purpose === '' ? words.purposeGone(name) : words.purposeKept(name));
	return '';
}
