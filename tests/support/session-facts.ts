import { parseScope } from '#lib/access/scope.ts';
import type { EndedSession } from '#lib/connect/journey/session.ts';
import type { ConnectRequest, Screen } from '#lib/connect/session-data.ts';
import { REHEARSED_START } from './storage.ts';

/** A request in few words; what is not given is as in most tests. */
export function requestWith({
	scope = 'read_battery read_odometer',
	...given
}: Partial<ConnectRequest> & { readonly scope?: string } = {}): ConnectRequest {
	return {
		responseType: 'code',
		redirectUri: null,
		redirectUriSent: false,
		state: null,
		asked: parseScope(scope).permissions,
		version: null,
		approvalPrompt: 'auto',
		mode: 'simulated',
		make: null,
		singleSelect: false,
		singleSelectVin: null,
		country: null,
		user: null,
		externalId: null,
		vehicleId: null,
		appOrigin: null,
		codeChallenge: null,
		refuse: [],
		...given
	};
}

/** A session in few words, at the screens that are named, one second apart. */
export function sessionWith({
	screens = ['preamble', 'login', 'grant'],
	request = requestWith(),
	...given
}: Partial<Omit<EndedSession, 'steps'>> & {
	readonly screens?: readonly Screen[];
} = {}): EndedSession {
	return {
		id: 'session',
		clientId: 'client',
		request,
		steps: screens.map((screen, index) => ({ screen, at: REHEARSED_START + index * 1000 })),
		country: null,
		language: 'en',
		make: 'CHEVROLET',
		accountId: 'owner',
		outcome: null,
		authorizationId: null,
		endedAt: null,
		...given
	};
}
