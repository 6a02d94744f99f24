import { TESLA_VIRTUAL_KEY } from '#lib/access/virtual-key.ts';

/** What may help after an error, where the platform says so. */
type Resolution = 'REAUTHENTICATE' | 'CONTACT_SUPPORT' | 'RETRY_LATER' | 'ACTION_REQUIRED';

interface PlatformError {
	readonly status: number;
	readonly resolution: Resolution | null;
	/** Where that is done, where it is the same for everybody. */
	readonly url?: string;
}

const row = (status: number, resolution: Resolution | null = null): PlatformError => ({
	status,
	resolution
});

/**
 * Errors of the platform's APIs by `TYPE:CODE`, or by the type alone where API v2 tells them apart
 * no further.
 */
export const PLATFORM_ERRORS = {
	AUTHENTICATION: row(401),
	'AUTHENTICATION:UNAUTHORIZED': row(401),
	'AUTHENTICATION:ACCESS_DENIED': row(403),
	'BILLING:INVALID_PLAN': row(430, 'CONTACT_SUPPORT'),
	'BILLING:VEHICLE_LIMIT': row(430, 'CONTACT_SUPPORT'),
	'BILLING:VEHICLE_REQUEST_LIMIT': row(430, 'CONTACT_SUPPORT'),
	'BILLING:ACCOUNT_SUSPENDED': row(430, 'CONTACT_SUPPORT'),
	'COMPATIBILITY:MAKE_NOT_COMPATIBLE': row(501),
	'COMPATIBILITY:SMARTCAR_NOT_CAPABLE': row(501),
	'COMPATIBILITY:VEHICLE_NOT_CAPABLE': row(501),
	'COMPATIBILITY:PLATFORM_NOT_CAPABLE': row(501),
	'CONNECTED_SERVICES_ACCOUNT:ACCOUNT_ISSUE': row(400),
	'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED': row(400, 'REAUTHENTICATE'),
	'CONNECTED_SERVICES_ACCOUNT:NO_VEHICLES': row(400),
	'CONNECTED_SERVICES_ACCOUNT:SUBSCRIPTION': row(400),
	'CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING': row(400),
	'CONNECTED_SERVICES_ACCOUNT:PERMISSION': row(400, 'REAUTHENTICATE'),
	'CONNECTED_SERVICES_ACCOUNT:VIRTUAL_KEY_REQUIRED': {
		status: 400,
		resolution: 'ACTION_REQUIRED',
		url: TESLA_VIRTUAL_KEY
	},
	PERMISSION: row(403, 'REAUTHENTICATE'),
	'PERMISSION:UNKNOWN': row(403, 'REAUTHENTICATE'),
	'RATE_LIMIT:SMARTCAR_API': row(429, 'RETRY_LATER'),
	'RATE_LIMIT:VEHICLE': row(429, 'RETRY_LATER'),
	'RESOURCE_NOT_FOUND:PATH': row(404),
	'RESOURCE_NOT_FOUND:VERSION': row(404),
	'RESOURCE_NOT_FOUND:INVALID_PATH': row(404),
	'RESOURCE_NOT_FOUND:VEHICLE_NOT_FOUND': row(404),
	'RESOURCE_NOT_FOUND:SIGNAL_NOT_FOUND': row(404),
	// The next six, and that of a conflict, are named by the pattern of the others; the platform's are not published.
	'RESOURCE_NOT_FOUND:APPLICATION_NOT_FOUND': row(404),
	'RESOURCE_NOT_FOUND:CONNECTION_NOT_FOUND': row(404),
	'RESOURCE_NOT_FOUND:USER_NOT_FOUND': row(404),
	'RESOURCE_NOT_FOUND:SCHEDULE_NOT_FOUND': row(404),
	'RESOURCE_NOT_FOUND:SUBSCRIPTION_NOT_FOUND': row(404),
	'RESOURCE_NOT_FOUND:WEBHOOK_NOT_FOUND': row(404),
	'RESOURCE_CONFLICT:SUBSCRIPTION_EXISTS': row(409),
	'SERVER:INTERNAL': row(500),
	'SERVER:MULTIPLE_RECORDS_FOUND': row(500),
	'SERVER:RECORD_NOT_FOUND': row(500),
	'UPSTREAM:INVALID_DATA': row(502),
	'UPSTREAM:KNOWN_ISSUE': row(502),
	'UPSTREAM:NO_RESPONSE': row(502, 'RETRY_LATER'),
	'UPSTREAM:RATE_LIMIT': row(502, 'RETRY_LATER'),
	'UPSTREAM:UNKNOWN_ISSUE': row(502, 'RETRY_LATER'),
	VALIDATION: row(400),
	'VALIDATION:PARAMETER': row(400),
	'VALIDATION:MISSING_PARAMETER': row(400),
	'VALIDATION:INVALID_INPUT_FORMAT': row(400),
	'VEHICLE_STATE:ASLEEP': row(409, 'RETRY_LATER'),
	'VEHICLE_STATE:CHARGING_IN_PROGRESS': row(409),
	'VEHICLE_STATE:CHARGING_PLUG_CONNECTED': row(409),
	'VEHICLE_STATE:CHARGING_PLUG_NOT_CONNECTED': row(409),
	'VEHICLE_STATE:DOOR_OPEN': row(409),
	'VEHICLE_STATE:FULLY_CHARGED': row(409),
	'VEHICLE_STATE:NOT_CHARGING': row(409),
	'VEHICLE_STATE:CHARGE_FAULT': row(409),
	'VEHICLE_STATE:HOOD_OPEN': row(409),
	'VEHICLE_STATE:IGNITION_ON': row(409),
	'VEHICLE_STATE:IN_MOTION': row(409),
	'VEHICLE_STATE:REMOTE_ACCESS_DISABLED': row(409),
	'VEHICLE_STATE:TRUNK_OPEN': row(409),
	'VEHICLE_STATE:UNKNOWN': row(409, 'RETRY_LATER'),
	'VEHICLE_STATE:UNREACHABLE': row(409, 'RETRY_LATER'),
	'VEHICLE_STATE:VEHICLE_OFFLINE_FOR_SERVICE': row(409, 'RETRY_LATER')
} as const satisfies Readonly<Record<string, PlatformError>>;

export type PlatformErrorName = keyof typeof PLATFORM_ERRORS;

/** An error of the platform with all that is fixed about it. */
export interface KnownPlatformError extends PlatformError {
	readonly type: string;
	/** Null where API v2 says none. */
	readonly code: string | null;
	/** The code as API v3 writes it for people. */
	readonly title: string;
	/** Page and place under the platform's errors that explain it. */
	readonly page: string;
}

/** What is fixed about an error. */
export function platformError(name: PlatformErrorName): KnownPlatformError {
	return described(name, PLATFORM_ERRORS[name]);
}

/**
 * The error that a text names by `TYPE:CODE`, as test logins do. A code that nobody knows is answered like the
 * others of its type, and a type that nobody knows as a fault of the server.
 */
export function askedError(fault: string): KnownPlatformError {
	if (isPlatformErrorName(fault)) return platformError(fault);
	const [type = ''] = fault.split(':');
	const [alike] = PLATFORM_ERROR_NAMES.filter((name) => name.split(':')[0] === type);
	return described(fault, PLATFORM_ERRORS[alike ?? 'SERVER:INTERNAL']);
}

export function isPlatformErrorName(name: string): name is PlatformErrorName {
	return Object.hasOwn(PLATFORM_ERRORS, name);
}

/** All of them. */
export const PLATFORM_ERROR_NAMES = Object.keys(PLATFORM_ERRORS).filter(isPlatformErrorName);

function described(name: string, error: PlatformError): KnownPlatformError {
	const [type = '', code = null] = name.split(':');
	const anchor = (code ?? 'null').toLowerCase().replaceAll('_', '-');
	return {
		type,
		code,
		title: titleOf(code ?? type),
		page: `${type.toLowerCase().replaceAll('_', '-')}-errors#${anchor}`,
		...error
	};
}

function titleOf(code: string): string {
	return code
		.toLowerCase()
		.split('_')
		.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
		.join(' ');
}
