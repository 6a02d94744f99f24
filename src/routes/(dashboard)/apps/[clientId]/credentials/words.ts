import { describeRedirectUri } from '#lib/access/connect-url/redirect-uri.ts';
import type { SecretRefusal } from '#lib/server/applications/client-secrets.ts';
import type { MachineClientRefusal } from '#lib/server/applications/machine-clients.ts';
import type {
	AddRefusal,
	RemoveRefusal,
	RewriteRefusal
} from '#lib/server/applications/redirect-uris.ts';
import type { Gone, Refused } from '#lib/server/outcome.ts';
import { describeGone, describeName } from '../../../words.ts';
import * as words from './words.en.ts';

export type RedirectUriRefusal = AddRefusal | RemoveRefusal | RewriteRefusal;

export function describeRefusedUri(outcome: Gone | Refused<RedirectUriRefusal>): string {
	if (outcome.kind === 'gone') return describeGone(outcome);
	switch (outcome.code) {
		case 'uri-unfit':
			return describeRedirectUri(outcome.data.rule, outcome.data.clientId);
		case 'uri-registered':
			return words.alreadyRegistered;
		case 'too-many-uris':
			return words.tooManyUris(outcome.data.limit);
		case 'rewritten-registered':
			return words.rewrittenRegistered(outcome.data.uri);
		case 'default-needed':
			return words.defaultNeeded;
	}
}

export function describeRefusedSecret(outcome: Gone | Refused<SecretRefusal>): string {
	if (outcome.kind === 'gone') return describeGone(outcome);
	const { limit } = outcome.data;
	return outcome.code === 'too-many-secrets'
		? words.tooManySecrets(limit)
		: words.tooManyMachineSecrets(limit);
}

export function describeMachineClient(outcome: Gone | Refused<MachineClientRefusal>): string {
	if (outcome.kind === 'gone') return describeGone(outcome);
	if (outcome.code !== 'too-many-machine-clients') {
		const missing = words.machineClientNameMissing;
		return describeName(outcome, missing);
	}
	return words.tooManyMachineClients(outcome.data.limit);
}
