import type { Application } from '#lib/server/applications/applications.ts';
import type { Context } from '#lib/server/context.ts';
import { form, type FormEvent, type FormFault } from '#lib/server/http/form.ts';
import type { ActionFailure } from '@sveltejs/kit';
import type { z } from 'zod';
import { requireApplication } from './require-application.ts';

type Event = FormEvent<{ clientId: string }>;

/** Whose form it is, and what stands around it. */
export interface ApplicationForm {
	readonly context: Context;
	readonly clientId: string;
	readonly application: Application;
	readonly event: Event;
}

/**
 * A form about one application, as every page of one has them; see {@link form}.
 *
 * @throws a 404 for the page when the application is gone
 */
export function applicationForm<Shape extends z.core.$ZodLooseShape, Done, Refused>(
	schema: z.ZodObject<Shape>,
	act: (input: z.output<z.ZodObject<Shape>>, about: ApplicationForm) => Done | Promise<Done>,
	refuse: (fault: FormFault) => Refused
): (event: Event) => Promise<Done | ActionFailure<Refused>> {
	return async (event) => {
		const { clientId } = event.params;
		const { context } = event.locals;
		const application = await requireApplication(context, clientId);
		const about = { context, clientId, application, event };
		return form(schema, (input) => act(input, about), refuse)(event);
	};
}
