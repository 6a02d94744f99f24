import { requireApplication } from '#lib/server/applications/applications.ts';
import { createSecret, deleteSecret } from '#lib/server/applications/client-secrets.ts';
import type { Context } from '#lib/server/context.ts';
import { readForm, textOf } from '#lib/server/http/form.ts';
import {
	createMachineClient,
	deleteMachineClient
} from '#lib/server/applications/machine-clients.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Answer } from './answer.ts';

type Event = RequestEvent<{ clientId: string }>;

/** Reads a form and does one thing with it; a body that cannot be read is answered at once. */
function withForm<T>(
	about: Answer['about'],
	fields: readonly string[],
	act: (context: Context, clientId: string, form: FormData) => Promise<T>
) {
	return async ({ request, params: { clientId }, locals }: Event) => {
		await requireApplication(locals.context, clientId);
		const body = await readForm(request, fields);
		if (!body.ok) return fail<Answer>(body.status, { about, error: body.message });
		return act(locals.context, clientId, body.form);
	};
}

export const secretActions = {
	makeSecret: withForm('secrets', ['machineClient'], async (context, clientId, form) => {
		const machineClientId = textOf(form, 'machineClient') || null;
		const made = await createSecret(context, clientId, machineClientId);
		const about = { about: 'secrets', machineClientId } as const;
		if (!made.ok) return fail<Answer>(400, { ...about, error: made.message });
		const done = 'Made a secret; copy it now, it is not shown again';
		const answer: Answer = { ...about, secret: made.secret, done };
		return answer;
	}),
	deleteSecret: withForm('secrets', ['id', 'machineClient'], async (context, clientId, form) => {
		const machineClientId = textOf(form, 'machineClient') || null;
		const deleted = await deleteSecret(context, clientId, Number(textOf(form, 'id')));
		const about = { about: 'secrets', machineClientId } as const;
		if (!deleted.ok) return fail<Answer>(400, { ...about, error: deleted.message });
		const answer: Answer = { ...about, done: 'Deleted the secret' };
		return answer;
	})
};

export const machineClientActions = {
	makeMachineClient: withForm('machine-clients', ['name'], async (context, clientId, form) => {
		const value = textOf(form, 'name');
		const made = await createMachineClient(context, clientId, value);
		const about = 'machine-clients';
		if (!made.ok) {
			return fail<Answer>(400, { about, error: made.message, field: made.field, value });
		}
		const answer: Answer = { about, done: `Made the machine client ${value.trim()}` };
		return answer;
	}),
	deleteMachineClient: withForm('machine-clients', ['id'], async (context, clientId, form) => {
		const deleted = await deleteMachineClient(context, clientId, textOf(form, 'id'));
		const about = 'machine-clients';
		if (!deleted.ok) return fail<Answer>(400, { about, error: deleted.message });
		const answer: Answer = { about, done: 'Deleted the machine client' };
		return answer;
	})
};
