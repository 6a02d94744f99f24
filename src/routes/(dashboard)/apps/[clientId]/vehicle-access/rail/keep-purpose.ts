import { isPermissionName } from '#lib/access/permission.ts';
import { purposeOfField, readTold, type ToldResult } from '#lib/access/purpose-text.ts';
import { purposeOf, withPurpose, type Told } from '#lib/access/purposes.ts';
import type { Announcer } from '#lib/state/announcer.svelte.ts';
import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import * as words from '../words.en.ts';

/**
 * Keeps in the draft what a form says of a permission.
 *
 * @returns what is wrong with it
 */
export function keepPurpose(form: FormData, editor: DraftEditor, announcer: Announcer): ToldResult {
	const text = (field: keyof Told | 'permission') => {
		const value = form.get(field);
		return typeof value === 'string' ? value : '';
	};
	const name = text('permission');
	const message = words.notAPermission;
	if (!isPermissionName(name)) return { ok: false, field: 'purpose', message };
	const given = { purpose: text('purpose'), without: text('without') };
	const read = readTold(given, purposeOfField);
	if (!read.ok) return read;
	const { selection, purposes } = editor.content;
	editor.replace(selection, withPurpose(purposes, name, read.told));
	const isGone = purposeOf(read.told) === '';
	announcer.say(isGone ? words.purposeGone(name) : words.purposeKept(name));
	return read;
}
