import { createSecret, deleteSecret } from '#lib/server/applications/client-secrets.ts';
import {
	createMachineClient,
	deleteMachineClient
} from '#lib/server/applications/machine-clients.ts';
import { rowId, text } from '#lib/server/http/fields.ts';
import type { FormFault } from '#lib/server/http/form.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../../application-form.ts';
import type { Answer } from '../answer.ts';
import { describeMachineClient, describeRefusedSecret } from '../words.ts';
import * as words from '../words.en.ts';

function refuseFor(about: Answer['about']) {
	return ({ message }: FormFault): Answer => ({ about, error: message });
}

/** Whose secret it is: a machine client’s, or the application’s own where none is named. */
const owner = text.transform((id) => id || null);

export const secretActions = {
	makeSecret: applicationForm(
		z.object({ machineClient: owner }),
		async ({ machineClient: machineClientId }, { context, clientId }) => {
			const about = { about: 'secrets', machineClientId } as const;
			const made = await createSecret(context, clientId, machineClientId);
			if (!made.ok) return fail<Answer>(400, { ...about, error: describeRefusedSecret(made) });
			const done = words.madeSecret;
			const answer: Answer = { ...about, secret: made.secret, done };
			return answer;
		},
		refuseFor('secrets')
	),
	deleteSecret: applicationForm(
		z.object({ id: rowId, machineClient: owner }),
		async ({ id, machineClient: machineClientId }, { context, clientId }) => {
			const about = { about: 'secrets', machineClientId } as const;
			const deleted = await deleteSecret(context, clientId, id);
			if (!deleted.ok)
				return fail<Answer>(400, { ...about, error: describeRefusedSecret(deleted) });
			const answer: Answer = { ...about, done: words.deletedTheSecret };
			return answer;
		},
		refuseFor('secrets')
	)
};

export const machineClientActions = {
	makeMachineClient: applicationForm(
		z.object({ name: text }),
		async ({ name: value }, { context, clientId }) => {
			const about = 'machine-clients';
			const made = await createMachineClient(context, clientId, value);
			if (!made.ok) {
				const field = made.kind === 'refused' ? { field: made.field } : {};
				return fail<Answer>(400, { about, error: describeMachineClient(made), ...field, value });
			}
			const answer: Answer = { about, done: words.madeMachineClient(value.trim()) };
			return answer;
		},
		refuseFor('machine-clients')
	),
	deleteMachineClient: applicationForm(
		z.object({ id: text }),
		async ({ id }, { context, clientId }) => {
			const about = 'machine-clients';
			const deleted = await deleteMachineClient(context, clientId, id);
			if (!deleted.ok) return fail<Answer>(400, { about, error: describeMachineClient(deleted) });
			const answer: Answer = { about, done: words.deletedMachineClient };
			return answer;
		},
		refuseFor('machine-clients')
	)
};
