import { refuse } from '#lib/server/outcome.ts';
import { describe, expect, it } from 'vitest';
import {
	describeMachineClient,
	describeRefusedSecret,
	describeRefusedUri
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/credentials/words.ts';

const CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

describe('words of the credentials', () => {
	it.each([
		[refuse({ code: 'uri-registered', field: 'uri' }), 'This redirect URI is already registered.'],
		[
			refuse({ code: 'too-many-uris', field: 'uri', data: { limit: 20 } }),
			'An application has at most 20 redirect URIs; remove one first.'
		],
		[
			refuse({ code: 'rewritten-registered', field: 'uri', data: { uri: 'sc1://callback' } }),
			'sc1://callback is registered already; remove this one instead.'
		],
		[
			refuse({ code: 'default-needed', field: 'newDefault' }),
			'This is the default redirect URI; say which one shall be the default instead.'
		]
	])('for a redirect URI: %j', (outcome, words) => {
		expect(describeRefusedUri(outcome)).toBe(words);
	});

	it('for a redirect URI that breaks a rule are those of the rule, with the application’s id', () => {
		const data = { rule: 'other-application', clientId: CLIENT_ID } as const;
		expect(describeRefusedUri(refuse({ code: 'uri-unfit', field: 'uri', data }))).toContain(
			CLIENT_ID
		);
	});

	it.each([
		[
			refuse({ code: 'too-many-secrets', data: { limit: 2 } }),
			'An application has at most 2 secrets; delete the one that is no longer used first.'
		],
		[
			refuse({ code: 'too-many-machine-secrets', data: { limit: 3 } }),
			'A machine client has at most 3 secrets; delete the one that is no longer used first.'
		]
	])('for a secret: %j', (outcome, words) => {
		expect(describeRefusedSecret(outcome)).toBe(words);
	});

	it.each([
		[
			refuse({ code: 'name-missing', field: 'name' }),
			'Give the machine client a name, such as the server that will use it.'
		],
		[refuse({ code: 'name-too-long', field: 'name' }), 'A name has at most 80 characters.'],
		[
			refuse({ code: 'name-unprintable', field: 'name', data: { character: 'U+202E' } }),
			'The name holds the invisible character U+202E; remove it.'
		],
		[
			refuse({ code: 'too-many-machine-clients', field: 'name', data: { limit: 10 } }),
			'An application has at most 10 machine clients; delete one first.'
		]
	])('for a machine client: %j', (outcome, words) => {
		expect(describeMachineClient(outcome)).toBe(words);
	});
});
