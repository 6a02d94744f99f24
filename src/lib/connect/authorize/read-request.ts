import type { ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import { parseFlags } from '#lib/access/connect-url/flags.ts';
import { isSimulatedMode, type ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import { isPermissionName, type PermissionName } from '#lib/access/permission.ts';
import type { ErrorAnswer } from '../connect-errors.ts';
import type { ConnectMode, ConnectRequest } from '../session-data.ts';
import type { AskedAccess } from './asked-access.ts';

/** A checked request, but for where its answer goes. */
export type RequestItself = Omit<ConnectRequest, 'state' | 'redirectUri' | 'redirectUriSent'>;

/** A vehicle that an application is connected to. */
export interface ConnectedVehicle {
	readonly vehicleId: string;
	/** Brand key of the account that it hangs on. */
	readonly make: string;
	readonly mode: ConnectMode;
}

/**
 * The vehicle that a link asks the owner to sign in for again; null when it asks for access. Both
 * public forms: the address of its own, and the vehicle's id in place of a response type.
 */
export function vehicleToSignInFor({
	path,
	responseType,
	vehicleId
}: ConnectParameters): string | null {
	if (path === 'reauthenticate') return vehicleId ?? '';
	return responseType === 'code' || responseType === 'none' ? null : (responseType ?? null);
}

/**
 * One answer for every id that the application holds no connection to, so that it learns nothing of
 * other vehicles.
 */
export function readSignInRequest(
	query: ConnectQuery,
	vehicle: ConnectedVehicle | null
): RequestItself | ErrorAnswer {
	if (vehicle === null) {
		return { error: 'invalid_request', fault: { code: 'no-such-vehicle' } };
	}
	const { vehicleId, make, mode } = vehicle;
	return {
		...readCommon(query),
		responseType: 'vehicle_id',
		asked: [],
		version: null,
		approvalPrompt: 'auto',
		mode,
		make,
		singleSelect: false,
		singleSelectVin: null,
		vehicleId,
		refuse: []
	};
}

export function readAccessRequest(query: ConnectQuery, access: AskedAccess): RequestItself {
	const { parameters, extra } = query;
	return {
		...readCommon(query),
		...access,
		responseType: parameters.responseType === 'none' ? 'none' : 'code',
		approvalPrompt: parameters.approvalPrompt === 'force' ? 'force' : 'auto',
		mode: modeOf(parameters),
		make: parameters.make ?? null,
		singleSelect: parameters.singleSelect === 'true',
		singleSelectVin: parameters.singleSelectVin?.toUpperCase() ?? null,
		vehicleId: null,
		refuse: permissionsIn(extra.refuse)
	};
}

/** The mode that a link names; without one, live. */
export function modeOf(parameters: ConnectParameters): ConnectMode {
	return isSimulatedMode(parameters) ? 'simulated' : 'live';
}

function readCommon({ parameters, extra }: ConnectQuery) {
	return {
		user: parameters.user ?? null,
		externalId: parameters.externalId ?? null,
		appOrigin: parameters.appOrigin ?? null,
		country: countryOf(parameters),
		codeChallenge: extra.codeChallenge
	};
}

function countryOf({ flags = '' }: ConnectParameters): string | null {
	for (const word of parseFlags(flags)) {
		if (word.ok && word.flag.name === 'country') return word.flag.value;
	}
	return null;
}

function permissionsIn(text: string | null): readonly PermissionName[] {
	return (text ?? '').split(/\s+/).filter(isPermissionName);
}
