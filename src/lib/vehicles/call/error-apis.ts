import type { PlatformErrorName } from './platform-errors.ts';

/** Errors that API v2 alone answers with, and what v3 says instead; null where it says nothing of the kind. */
const OF_V2: Partial<Record<PlatformErrorName, PlatformErrorName | null>> = {
	AUTHENTICATION: 'AUTHENTICATION:UNAUTHORIZED',
	PERMISSION: 'PERMISSION:UNKNOWN',
	'RESOURCE_NOT_FOUND:PATH': 'RESOURCE_NOT_FOUND:INVALID_PATH',
	'RESOURCE_NOT_FOUND:VERSION': null,
	VALIDATION: 'VALIDATION:INVALID_INPUT_FORMAT',
	'VALIDATION:PARAMETER': null
};

/** The same the other way round. */
const OF_V3: Partial<Record<PlatformErrorName, PlatformErrorName | null>> = {
	'AUTHENTICATION:UNAUTHORIZED': 'AUTHENTICATION',
	'AUTHENTICATION:ACCESS_DENIED': null,
	'PERMISSION:UNKNOWN': 'PERMISSION',
	'RESOURCE_NOT_FOUND:INVALID_PATH': 'RESOURCE_NOT_FOUND:PATH',
	'RESOURCE_NOT_FOUND:VEHICLE_NOT_FOUND': null,
	'RESOURCE_NOT_FOUND:SIGNAL_NOT_FOUND': null,
	'RESOURCE_NOT_FOUND:APPLICATION_NOT_FOUND': null,
	'RESOURCE_NOT_FOUND:CONNECTION_NOT_FOUND': null,
	'RESOURCE_NOT_FOUND:USER_NOT_FOUND': null,
	'RESOURCE_NOT_FOUND:SCHEDULE_NOT_FOUND': null,
	'RESOURCE_NOT_FOUND:SUBSCRIPTION_NOT_FOUND': null,
	'RESOURCE_NOT_FOUND:WEBHOOK_NOT_FOUND': null,
	'RESOURCE_CONFLICT:SUBSCRIPTION_EXISTS': null,
	'VALIDATION:MISSING_PARAMETER': null,
	'VALIDATION:INVALID_INPUT_FORMAT': 'VALIDATION'
};

/** An error as an API calls it; null where that never answers with it. */
export function errorIn(api: 'v2' | 'v3', name: PlatformErrorName): PlatformErrorName | null {
	const other = (api === 'v2' ? OF_V3 : OF_V2)[name];
	return other === undefined ? name : other;
}
