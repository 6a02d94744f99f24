import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm } from './read-form.ts';
import * as words from './words.en.ts';

/** Why a form was not read, for the page to put beside it. */
export interface FormFault {
	readonly message: string;
	/** The field that is wrong; missing where the whole body is. */
	readonly field?: string;
	/** What was typed, by the name of its field; of a body that cannot be read, nothing. */
	readonly typed: Readonly<Partial<Record<string, string>>>;
}

/** What an action looks at besides its form. */
export type FormEvent<Params extends Partial<Record<string, string>>> = Pick<
	RequestEvent<Params>,
	'request' | 'params' | 'locals' | 'cookies' | 'url' | 'fetch'
>;

/**
 * An action whose form is read by a schema. The schema names the fields that there are; a body that
 * has others, is too large or broken, or does not fit, is answered with a 400 or 413.
 *
 * @param schema of {@link file://./fields.ts} and what holds sentences of its own
 * @param act gets what was read, and the event with its context and parameters
 * @param refuse puts a fault into the form that the page's answers have
 */
export function form<
	Shape extends z.core.$ZodLooseShape,
	Params extends Partial<Record<string, string>>,
	Done,
	Refused
>(
	schema: z.ZodObject<Shape>,
	act: (input: z.output<z.ZodObject<Shape>>, event: FormEvent<Params>) => Done | Promise<Done>,
	refuse: (fault: FormFault) => Refused
): (event: FormEvent<Params>) => Promise<Done | ActionFailure<Refused>> {
	const fields = Object.keys(schema.shape);
	return async (event) => {
		const body = await readForm(event.request, fields);
		if (!body.ok) return fail(body.status, refuse({ message: body.message, typed: {} }));
		const read = schema.safeParse(valuesOf(body.form, schema));
		if (read.success) return act(read.data, event);
		const [issue] = read.error.issues;
		const field = issue?.path[0];
		return fail(
			400,
			refuse({
				message: issue?.message ?? words.formUnusable,
				...(typeof field === 'string' && { field }),
				typed: typedIn(body.form)
			})
		);
	};
}

/** The fields as the schema takes them: a list where it has a list, else the first of the name. */
function valuesOf(form: FormData, { shape }: z.ZodObject): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(shape).map(([name, field]) => [
			name,
			field instanceof z.ZodArray ? form.getAll(name) : (form.get(name) ?? undefined)
		])
	);
}

function typedIn(form: FormData): Record<string, string> {
	return Object.fromEntries(
		[...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
	);
}
