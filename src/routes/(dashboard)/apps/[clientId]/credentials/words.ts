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

export type RedirectUriRefusal = AddRefusal | RemoveRefusal | RewriteRefusal;

export function describeRefusedUri(outcome: Gone | Refused<RedirectUriRefusal>): string {
	if (outcome.kind === 'gone') return describeGone(outcome);
	switch (outcome.code) {
		case 'uri-unfit':
			return describeRedirectUri(outcome.data.rule, outcome.data.clientId);
		case 'uri-registered':
			return 'This redirect URI is already registered.';
		case 'too-many-uris':
			return `An application has at most ${outcome.data.limit} redirect URIs; remove one first.`;
		case 'rewritten-registered':
			return `${outcome.data.uri} is registered already; remove this one instead.`;
		case 'default-needed':
			return 'This is the default redirect URI; say which one shall be the default instead.';
	}
}

export function describeRefusedSecret(outcome: Gone | Refused<SecretRefusal>): string {
	if (outcome.kind === 'gone') return describeGone(outcome);
	const owner = outcome.code === 'too-many-secrets' ? 'An application' : 'A machine client';
	return `${owner} has at most ${outcome.data.limit} secrets; delete the one that is no longer used first.`;
}

export function describeMachineClient(outcome: Gone | Refused<MachineClientRefusal>): string {
	if (outcome.kind === 'gone') return describeGone(outcome);
	if (outcome.code !== 'too-many-machine-clients') {
		const missing = 'Give the machine client a name, such as the server that will use it.';
		return describeName(outcome, missing);
	}
	return `An application has at most ${outcome.data.limit} machine clients; delete one first.`;
}
