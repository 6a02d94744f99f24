import { isTooLarge } from './body.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import * as words from './words.en.ts';

interface RefusedForm {
	readonly ok: false;
	readonly status: 400 | 413;
	readonly message: string;
}

export type FormResult = { readonly ok: true; readonly form: FormData } | RefusedForm;

/**
 * Reads the body of a form; one that is too large or broken, or holds a field that nothing would
 * read, becomes an answer.
 *
 * @param fields names of the fields that the form may have
 */
export async function readForm(request: Request, fields: readonly string[]): Promise<FormResult> {
	if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) return TOO_LARGE;
	try {
		const form = await request.formData();
		const unknown = [...form.keys()].find((name) => !fields.includes(name));
		return unknown === undefined ? { ok: true, form } : unknownField(unknown, fields);
	} catch (error) {
		return isTooLarge(error) ? TOO_LARGE : BROKEN;
	}
}

/** A text field; empty when it is missing or holds a file. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

function unknownField(name: string, fields: readonly string[]): RefusedForm {
	return { ok: false, status: 400, message: words.unknownField(name, fields) };
}

const TOO_LARGE = {
	ok: false,
	status: 413,
	message: words.formTooLarge
} as const;

const BROKEN = {
	ok: false,
	status: 400,
	message: words.formDamaged
} as const;
