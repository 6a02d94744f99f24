import { describeFault } from '#lib/access/connect-url/finding-words.ts';
import { describeScopeFinding } from '#lib/access/scope-words.ts';
import type {
	ConnectErrorCode,
	ErrorAnswer,
	Misuse,
	RequestFault
} from '#lib/connect/connect-errors.ts';
import { redirectWithError, type ErrorBack, type WordedError } from '#lib/connect/redirect-back.ts';

/** The platform's literal words: they are values of a protocol field. */
const CONNECT_ERROR_WORDS: Readonly<Record<ConnectErrorCode, string>> = {
	access_denied: 'User denied access to application.',
	vehicle_incompatible: "The user's vehicle is not compatible.",
	invalid_subscription: 'User does not have an active connected vehicle subscription',
	no_vehicles: 'No vehicles found. Please add vehicles to your account and try again.',
	configuration_error: 'Connect was used in a way that it does not allow.',
	server_error: 'Unexpected server error. Please try again.',
	user_manually_returned_to_application:
		'The user exited Connect before granting your application access'
};

/** What the application is told besides the name of one of the seven errors. */
export function wordConnectError(error: ConnectErrorCode): string {
	return CONNECT_ERROR_WORDS[error];
}

/** The address that leads back to the application with an error. */
export function locationOf({ to, answer }: ErrorBack): string {
	return redirectWithError(to, wordAnswer(answer));
}

/** An error as the application reads it. */
export function wordAnswer(answer: ErrorAnswer): WordedError {
	const { error } = answer;
	if ('fault' in answer) return { error, description: wordRequest(answer.fault) };
	if ('misuse' in answer) {
		const extra = { status_code: '400', error_message: wordMisuse(answer.misuse) };
		return { error, description: wordConnectError(answer.error), extra };
	}
	return { error, description: wordConnectError(answer.error), extra: answer.extra };
}

/** Which wrong use of Connect it was. */
function wordMisuse(misuse: Misuse): string {
	switch (misuse.code) {
		case 'test-vin':
			return 'You have entered a test mode VIN. Please enter a VIN that belongs to a real vehicle.';
		case 'vin':
			return describeFault(misuse.fault);
		case 'jump':
			return `The ${misuse.screen} screen was opened before the screens that lead to it.`;
	}
}

function wordRequest(fault: RequestFault): string {
	switch (fault.code) {
		case 'repeated':
			return `${fault.parameter} stands more than once.`;
		case 'no-response-type':
			return 'response_type is missing.';
		case 'response-type':
			return fault.path === 'reauthenticate'
				? 'Send response_type=vehicle_id to let an owner sign in again.'
				: 'Send response_type=code, or none for machine credentials.';
		case 'carrier':
			return `Send the parameters themselves, without ${fault.carrier}.`;
		case 'pkce-without-challenge':
			return 'code_challenge_method needs a code_challenge beside it.';
		case 'pkce-method':
			return 'Send code_challenge_method=S256; no other is accepted.';
		case 'pkce-challenge':
			return 'A code_challenge is 43 characters of base64url without "=".';
		case 'scope':
			return fault.problems.map(describeScopeFinding).join(' ');
		case 'nothing-asked':
			return 'The link names no scope, and no Vehicle Access is published for the application. Publish a version, or add a scope to the link.';
		case 'no-such-vehicle':
			return 'vehicle_id: The application is connected to no vehicle with this id.';
		case 'value':
			return `${fault.finding.parameter ?? 'The link'}: ${describeFault(fault.finding)}`;
	}
}
