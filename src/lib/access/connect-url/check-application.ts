import { describeCharacter, quote } from '../characters.ts';
import { MACHINE_ID_PREFIX, UUID } from '../client-id.ts';
import { firstDifference, sharedEnd, sharedStart } from '../compare-texts.ts';
import { findingAbout, type ConnectRule } from './finding.ts';
import { parameterFacts } from './parameter-table.ts';
import { checkRedirectUri } from './redirect-uri.ts';

export const checkClientId: ConnectRule = (parameters, { application }) => {
	const { clientId } = parameters;
	const finding = findingAbout('clientId', parameters);
	if (clientId === undefined) {
		return [finding('error', 'missing', 'It must be there; write the application’s client id.')];
	}
	if (clientId.startsWith(MACHINE_ID_PREFIX)) {
		return [
			finding(
				'error',
				'machine-id',
				`${quote(clientId)} is the id of machine credentials; write the application’s own id, a UUID like ${parameterFacts('clientId').example}.`
			)
		];
	}
	if (!UUID.test(clientId)) {
		return [
			finding(
				'error',
				'not-a-uuid',
				`${quote(clientId)} is no UUID; write an id like ${parameterFacts('clientId').example}.`
			)
		];
	}
	if (application && clientId.toLowerCase() !== application.clientId.toLowerCase()) {
		return [
			finding(
				'warning',
				'other-application',
				`The link asks for another application; the id of this one is ${application.clientId}.`
			)
		];
	}
	return [];
};

export const checkResponseType: ConnectRule = (parameters) => {
	const { responseType, path } = parameters;
	const finding = findingAbout('responseType', parameters);
	if (responseType === 'none') {
		const { values = [] } = parameterFacts('responseType');
		const meaning = values.find(({ value }) => value === 'none')?.meaning ?? '';
		return [finding('note', 'no-code', meaning)];
	}
	if (path === 'reauthenticate') {
		if (responseType === undefined || responseType === 'vehicle_id') return [];
		return [
			finding(
				'error',
				'response-type',
				`${quote(responseType)} does not fit /oauth/reauthenticate; write response_type=vehicle_id.`
			)
		];
	}
	if (responseType === undefined || responseType === 'code') return [];
	if (UUID.test(responseType) || responseType === 'vehicle_id') {
		return [
			finding(
				responseType === 'vehicle_id' ? 'error' : 'warning',
				'reauthentication',
				'To let an owner sign in again, use /oauth/reauthenticate with response_type=vehicle_id and the id in vehicle_id.'
			)
		];
	}
	return [
		finding(
			'error',
			'response-type',
			`${quote(responseType)} is no response type; write “code”, or “none” when your server uses machine credentials.`
		)
	];
};

/** A new sign-in for Tesla's move to another platform names the make instead of a vehicle. */
export const checkVehicleId: ConnectRule = (parameters) => {
	const { vehicleId, path, make, scope } = parameters;
	const finding = findingAbout('vehicleId', parameters);
	if (path !== 'reauthenticate') {
		if (vehicleId === undefined) return [];
		const message = 'It counts on /oauth/reauthenticate only; leave it out here.';
		return [finding('warning', 'ignored', message)];
	}
	if (vehicleId === undefined) {
		if (make === 'TESLA' && scope) return [];
		const message = 'Signing in again needs it; write the id of the connected vehicle.';
		return [finding('error', 'missing', message)];
	}
	if (UUID.test(vehicleId)) return [];
	return [
		finding(
			'error',
			'not-a-uuid',
			`${quote(vehicleId)} is no vehicle id; write one like ${parameterFacts('vehicleId').example}.`
		)
	];
};

export const checkRedirect: ConnectRule = (parameters, { application }) => {
	const { redirectUri, responseType } = parameters;
	const finding = findingAbout('redirectUri', parameters);
	const registered = application?.redirectUris ?? [];
	if (redirectUri === undefined) {
		if (!application || registered.length > 0 || responseType === 'none') return [];
		return [
			finding(
				'error',
				'no-default',
				'The application has no redirect URI yet, so there is no default; register one first.'
			)
		];
	}
	const checked = checkRedirectUri(redirectUri, { clientId: application?.clientId });
	if (!checked.ok) return [finding('error', checked.rule, checked.message)];
	if (application && !registered.some(({ uri }) => uri === redirectUri)) {
		return [finding('error', 'not-registered', describeUnregistered(redirectUri, registered))];
	}
	if (checked.kind === 'loopback-address') {
		const message =
			'The platform documents plain http for the name localhost only; write http://localhost instead of the address.';
		return [finding('note', 'loopback-address', message)];
	}
	return [];
};

function describeUnregistered(
	uri: string,
	registered: readonly { readonly uri: string; readonly isDefault: boolean }[]
): string {
	const near = nearestUri(uri, registered);
	const difference = near === null ? null : firstDifference(uri, near);
	if (near === null || !difference) {
		return 'It is not registered, and neither is any other; register it for the application.';
	}
	const inWords = (character: string) =>
		character === '' ? 'the end of the text' : describeCharacter(character);
	return `It is not registered. Nearest is ${near}, which differs from character ${difference.position} on: ${inWords(difference.there)} there, ${inWords(difference.here)} here. Write the registered one, or register this one.`;
}

/** The registered URI with the longest start and end in common; of equals, the default. */
function nearestUri(
	uri: string,
	registered: readonly { readonly uri: string; readonly isDefault: boolean }[]
): string | null {
	let best: string | null = null;
	let mostShared = -1;
	for (const candidate of [...registered].sort((a, b) => +b.isDefault - +a.isDefault)) {
		const shared = sharedStart(uri, candidate.uri) + sharedEnd(uri, candidate.uri);
		if (shared > mostShared) {
			best = candidate.uri;
			mostShared = shared;
		}
	}
	return best;
}
