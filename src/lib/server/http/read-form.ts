import { quote } from '#lib/access/characters.ts';
import { isTooLarge, MAX_BODY_BYTES } from './body.ts';

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
	const takes = fields.length > 0 ? `it takes ${fields.join(', ')}` : 'it takes none';
	const message = `The form has a field that is not known here, ${quote(name)}; ${takes}. Nothing was saved.`;
	return { ok: false, status: 400, message };
}

const TOO_LARGE = {
	ok: false,
	status: 413,
	message: `This is larger than ${MAX_BODY_BYTES / 1024} kB, the most that is read. Nothing was saved.`
} as const;

const BROKEN = {
	ok: false,
	status: 400,
	message: 'The form arrived damaged. Nothing was saved; send it again.'
} as const;
