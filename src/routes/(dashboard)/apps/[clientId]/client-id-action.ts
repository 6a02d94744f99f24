import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { text } from '#lib/server/http/fields.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { describeApplication } from '../../words.ts';
import { applicationForm } from './application-form.ts';

/** What the form is answered with where nothing was changed. */
interface ClientIdAnswer {
	readonly about: 'client-id';
	readonly error: string;
	/** What was typed, where it came at all. */
	readonly value?: string;
}

const about = 'client-id';

/** The form that gives an application another client id. */
export function clientIdAction(addressOf: (changed: { readonly clientId: string }) => string) {
	return applicationForm(
		z.object({ clientId: text }),
		async ({ clientId: value }, { context, clientId }) => {
			const changed = await changeClientId(context, clientId, value);
			if (!changed.ok)
				return fail<ClientIdAnswer>(400, { about, error: describeApplication(changed), value });
			redirect(303, addressOf(changed));
		},
		({ message }): ClientIdAnswer => ({ about, error: message })
	);
}
