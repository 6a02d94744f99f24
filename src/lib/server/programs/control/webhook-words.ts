import { quote } from '#lib/access/characters.ts';
import type { Problem } from '#lib/access/configuration.ts';
import type { CallbackUriFault } from '#lib/webhooks/callback-uri.ts';
import { MAX_NAME_LENGTH } from '../../applications/application-name.ts';
import type { TokenRefusal } from '../../applications/management-token.ts';
import type { Refused } from '../../outcome.ts';
import type { NotVerified, ProofFault } from '../../webhooks/verify-webhook.ts';
import type { WebhookRefusal } from '../../webhooks/webhooks.ts';

export const NO_APPLICATION: Problem = {
	path: 'clientId',
	message: 'There is no application with this client id; POST /sandbox/api/seed makes one.'
};

const URI_WORDS: Readonly<Record<CallbackUriFault, string>> = {
	empty: 'Write the whole address that is posted to, e.g. http://127.0.0.1:8000/webhooks.',
	'too-long': 'The address is too long; write one of up to 2,048 characters.',
	'not-absolute': 'Write the whole address with its scheme, e.g. http://127.0.0.1:8000/webhooks.',
	scheme: 'Write an address that begins with http:// or https://.',
	credentials: 'Write the address without user name and password.',
	fragment: 'Write the address without what follows #: it is sent to nobody.'
};

/** What is wrong with a webhook that is wanted, and where. */
export function wordWebhook(refusal: Refused<WebhookRefusal | TokenRefusal>): Problem {
	const { field: path } = refusal;
	switch (refusal.code) {
		case 'name-missing':
			return { path, message: 'Write a name, or leave it out.' };
		case 'name-too-long':
			return { path, message: `Write a name of up to ${MAX_NAME_LENGTH} characters.` };
		case 'name-unprintable':
			return { path, message: `Take ${refusal.data.character} out, which cannot be shown.` };
		case 'uri-unfit':
			return { path, message: URI_WORDS[refusal.data.fault] };
		case 'nothing-chosen':
			return { path, message: 'Name at least one signal, e.g. tractionbattery-stateofcharge.' };
		case 'unknown-signal': {
			const { index, signal, near } = refusal.data;
			const advice =
				near === null ? 'GET /v3/vehicles/{id}/signals lists some' : `did you mean ${near}?`;
			const end = near === null ? '.' : '';
			return {
				path: `${path}[${index}]`,
				message: `No signal is called ${quote(signal)}; ${advice}${end}`
			};
		}
		case 'too-many-webhooks':
			return {
				path,
				message: `The application has ${refusal.data.limit} webhooks, which is the most; delete one first.`
			};
		case 'token-taken':
			return { path, message: 'Another application has this token; write another one.' };
	}
}

const PROOF_WORDS: Readonly<Record<Exclude<ProofFault, 'status'>, string>> = {
	'host-not-named':
		'nothing is sent to this host; take one of this machine, or name it in WEBHOOK_HOSTS',
	'address-refused': 'its host has an address in a private network, which nothing is sent to',
	'host-unknown': 'nobody knows this host',
	'refused-connection': 'nobody listens there; start the receiver first',
	'timed-out': 'no answer came within 15 seconds',
	tls: 'its certificate is not to be trusted, or it does not speak TLS',
	broken: 'the connection broke before an answer came',
	stopped: 'this server was stopped meanwhile; try again',
	'no-token': 'the application has no management token that can be read',
	missed: 'a fault kept VERIFY from being sent',
	'no-json': 'its answer is no JSON',
	'no-challenge': 'its answer says no challenge',
	echoed: 'it sent the challenge back as it came, without hashing it',
	'former-token': 'it hashed the challenge with the management token that was replaced',
	'wrong-challenge':
		'it hashed the challenge with another key than the management token of the application, or hashed something else'
};

const HOW =
	'Answer VERIFY with 200 and {"challenge": …}: the HMAC-SHA-256 of data.challenge in hex, with the management token as its key.';

/** What came in place of a proof. */
export function wordNotVerified({ field, data }: Refused<NotVerified>): Problem {
	const { uri, fault, status, answer } = data;
	if (fault === 'status') {
		const said = answer === '' ? '' : ` and ${quote(answer)}`;
		return { path: field, message: `${uri} answered VERIFY with ${status}${said}. ${HOW}` };
	}
	const why = PROOF_WORDS[fault];
	if (status === null) return { path: field, message: `${uri} got no VERIFY: ${why}.` };
	return {
		path: field,
		message: `${uri} did not prove itself: ${why}. It answered ${status} and ${quote(answer)}. ${HOW}`
	};
}
