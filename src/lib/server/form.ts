import { isTooLarge, MAX_BODY_BYTES } from './body.ts';

export interface RefusedForm {
	readonly ok: false;
	readonly status: 400 | 413;
	readonly message: string;
}

export type FormResult = { readonly ok: true; readonly form: FormData } | RefusedForm;

/** Reads the body of a form; one that is too large or broken becomes an answer. */
export async function readForm(request: Request): Promise<FormResult> {
	if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) return TOO_LARGE;
	try {
		return { ok: true, form: await request.formData() };
	} catch (error) {
		return isTooLarge(error) ? TOO_LARGE : BROKEN;
	}
}

/** A text field; empty when it is missing or holds a file. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
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
