import { quote } from './characters.ts';

/** Form of the ids of applications and vehicles. */
export const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What the id of a machine client begins with. */
export const MACHINE_ID_PREFIX = 'client_';

/** A client id as the platform's own pages show one. */
export const EXAMPLE_CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

export type ClientIdResult =
	| { readonly ok: true; readonly clientId: string }
	| { readonly ok: false; readonly message: string };

/**
 * Reads a client id as a person typed or pasted it. Letters are folded to lower case, since the
 * platform writes and compares its ids so.
 */
export function parseClientId(text: string): ClientIdResult {
	const typed = text.trim();
	if (UUID.test(typed)) return { ok: true, clientId: typed.toLowerCase() };
	return { ok: false, message: describeWrongClientId(typed) };
}

const WHERE = 'a UUID on its page in the platform’s Dashboard';

/** What is wrong with a text that is no client id, and what to write. */
export function describeWrongClientId(text: string): string {
	const typed = text.trim();
	if (typed === '') return `Write the application’s client id, ${WHERE}.`;
	if (typed.toLowerCase().startsWith(MACHINE_ID_PREFIX)) {
		return `Client ID: ${quote(typed)} is the id of API credentials, with which a server asks for machine tokens. Write the application’s own id, ${WHERE}, like ${EXAMPLE_CLIENT_ID}.`;
	}
	return `Client ID: ${quote(typed)} is no UUID. Write the application’s own id, ${WHERE}, like ${EXAMPLE_CLIENT_ID}.`;
}
