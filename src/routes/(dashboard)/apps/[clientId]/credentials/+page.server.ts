import { requireApplication } from '#lib/server/applications.ts';
import {
	listSecrets,
	MAX_MACHINE_SECRETS,
	MAX_SECRETS,
	SECRET_PREFIX
} from '#lib/server/client-secrets.ts';
import { readForm, textOf } from '#lib/server/form.ts';
import { listMachineClients, MAX_MACHINE_CLIENTS } from '#lib/server/machine-clients.ts';
import { listRedirectUris } from '#lib/server/redirect-uris.ts';
import { readSandboxSettings, updateProtocol } from '#lib/server/sandbox-settings.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';
import type { Answer } from './answer.ts';
import { PROTOCOL_CHOICES } from './protocol-choices.ts';
import { redirectUriActions } from './redirect-uri-actions.ts';
import { machineClientActions, secretActions } from './secret-actions.ts';

export const load: PageServerLoad = async ({ params: { clientId }, parent, url, locals }) => {
	await parent();
	const [redirectUris, secrets, machineClients, { protocol }] = await Promise.all([
		listRedirectUris(clientId),
		listSecrets(clientId),
		listMachineClients(clientId),
		readSandboxSettings(clientId)
	]);
	return {
		title: 'Credentials',
		subtitle: 'What a Connect link and your servers need to know of this application.',
		redirectUris,
		/** From the address, for the field that adds one. */
		proposedUri: url.searchParams.get('uri') ?? '',
		origin: locals.settings.origin,
		secrets,
		secretPrefix: SECRET_PREFIX,
		machineClients,
		limits: {
			secrets: MAX_SECRETS,
			machineSecrets: MAX_MACHINE_SECRETS,
			machineClients: MAX_MACHINE_CLIENTS
		},
		protocol,
		protocols: PROTOCOL_CHOICES
	};
};

export const actions: Actions = {
	...redirectUriActions,
	...secretActions,
	...machineClientActions,
	protocol: async ({ request, params: { clientId } }) => {
		const about = 'protocol';
		await requireApplication(clientId);
		const body = await readForm(request);
		if (!body.ok) return fail<Answer>(body.status, { about, error: body.message });
		const value = textOf(body.form, 'protocol');
		const result = await updateProtocol(clientId, value);
		if (!result.ok) return fail<Answer>(400, { about, error: result.message, value });
		const answer: Answer = { about, done: 'Saved the protocol' };
		return answer;
	}
};
