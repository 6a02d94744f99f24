import { resolve } from '$app/paths';
import { listFormerIds } from '#lib/server/applications/client-ids.ts';
import {
	listSecrets,
	MAX_MACHINE_SECRETS,
	MAX_SECRETS,
	SECRET_PREFIX
} from '#lib/server/applications/client-secrets.ts';
import {
	listMachineClients,
	MAX_MACHINE_CLIENTS
} from '#lib/server/applications/machine-clients.ts';
import { findManagementToken } from '#lib/server/applications/management-token.ts';
import { listRedirectUris } from '#lib/server/applications/redirect-uris.ts';
import { readSandboxSettings } from '#lib/server/applications/sandbox-settings.ts';
import { clientIdAction } from '../client-id-action.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { managementTokenAction } from './management-token/management-token-action.ts';
import { protocolAction } from './protocol/protocol-action.ts';
import { PROTOCOL_CHOICES } from './protocol/protocol-choices.ts';
import { redirectUriActions } from './redirect-uris/redirect-uri-actions.ts';
import { machineClientActions, secretActions } from './secrets/secret-actions.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params: { clientId }, parent, url, locals }) => {
	await parent();
	const [formerIds, redirectUris, secrets, machineClients, managementToken, { protocol }] =
		await Promise.all([
			listFormerIds(locals.context, clientId),
			listRedirectUris(locals.context, clientId),
			listSecrets(locals.context, clientId),
			listMachineClients(locals.context, clientId),
			findManagementToken(locals.context, clientId),
			readSandboxSettings(locals.context, clientId)
		]);
	return {
		title: words.credentials,
		subtitle: words.lead,
		formerIds,
		/** The id was changed a moment ago, by the form of this page. */
		idChanged: url.searchParams.has('changed'),
		/** From the address, for the field that changes the id. */
		proposedId: url.searchParams.get('client_id') ?? '',
		redirectUris,
		/** From the address, for the field that adds one. */
		proposedUri: url.searchParams.get('uri') ?? '',
		origin: locals.context.settings.origin,
		secrets,
		secretPrefix: SECRET_PREFIX,
		machineClients,
		managementToken,
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
	changeClientId: clientIdAction(
		(changed) => `${resolve('/(dashboard)/apps/[clientId]/credentials', changed)}?changed#client-id`
	),
	...redirectUriActions,
	...secretActions,
	...machineClientActions,
	...managementTokenAction,
	...protocolAction
};
