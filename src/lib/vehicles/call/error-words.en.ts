import {
	isPlatformErrorName,
	type KnownPlatformError,
	type PlatformErrorName
} from './platform-errors.ts';

/** What each error of the platform says; the sentences are ours. */
const WORDS: Readonly<Record<PlatformErrorName, string>> = {
	AUTHENTICATION:
		'The authorization header is missing or malformed, or the access token is unknown, expired or revoked.',
	'AUTHENTICATION:UNAUTHORIZED':
		'The authorization header is missing or malformed, or the access token is unknown or expired.',
	'AUTHENTICATION:ACCESS_DENIED': 'The access token is good, but it does not reach this.',
	'BILLING:INVALID_PLAN': 'The plan of the application does not include this.',
	'BILLING:VEHICLE_LIMIT': 'The application has as many vehicles as its plan allows.',
	'BILLING:VEHICLE_REQUEST_LIMIT':
		'This vehicle was asked as often this month as the plan allows; go on next month, or raise the limit.',
	'BILLING:ACCOUNT_SUSPENDED': 'The account of the application is suspended.',
	'COMPATIBILITY:MAKE_NOT_COMPATIBLE': 'No vehicle of this brand can do this.',
	'COMPATIBILITY:SMARTCAR_NOT_CAPABLE':
		'The vehicle may be able to do this, but the platform does not pass it on.',
	'COMPATIBILITY:VEHICLE_NOT_CAPABLE': 'This vehicle cannot do this.',
	'COMPATIBILITY:PLATFORM_NOT_CAPABLE': 'The system that this vehicle reports to cannot do this.',
	'CONNECTED_SERVICES_ACCOUNT:ACCOUNT_ISSUE':
		'The account at the brand is not ready; its owner has to finish something there.',
	'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED':
		'The brand no longer accepts what the owner signed in with; the owner has to sign in again.',
	'CONNECTED_SERVICES_ACCOUNT:NO_VEHICLES': 'There is no vehicle in the account at the brand.',
	'CONNECTED_SERVICES_ACCOUNT:SUBSCRIPTION':
		'The subscription to the connected services of the brand has ended or never began.',
	'CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING':
		'This vehicle is no longer in the account at the brand.',
	'CONNECTED_SERVICES_ACCOUNT:PERMISSION':
		'The account at the brand may not do this with the vehicle; its owner can allow it there.',
	'CONNECTED_SERVICES_ACCOUNT:VIRTUAL_KEY_REQUIRED':
		'The owner has to add a virtual key to the vehicle first.',
	PERMISSION:
		'The access token does not reach this vehicle, or no longer, or lacks a permission for it; send the owner through Connect again.',
	'PERMISSION:UNKNOWN': 'The owner has not granted what this needs.',
	'RATE_LIMIT:SMARTCAR_API': 'Too many requests in a short time.',
	'RATE_LIMIT:VEHICLE': 'This vehicle was asked too often in a short time.',
	'RESOURCE_NOT_FOUND:PATH': 'There is nothing at this address.',
	'RESOURCE_NOT_FOUND:VERSION': 'There is no such version of the API.',
	'RESOURCE_NOT_FOUND:INVALID_PATH': 'There is nothing at this address.',
	'RESOURCE_NOT_FOUND:VEHICLE_NOT_FOUND': 'There is no such vehicle for this application.',
	'RESOURCE_NOT_FOUND:SIGNAL_NOT_FOUND': 'There is no such signal of this vehicle.',
	'RESOURCE_NOT_FOUND:APPLICATION_NOT_FOUND': 'The token is of another application.',
	'RESOURCE_NOT_FOUND:CONNECTION_NOT_FOUND':
		'There is no such connection of this application, or no longer.',
	'RESOURCE_NOT_FOUND:USER_NOT_FOUND': 'There is no such user of this application, or no longer.',
	'RESOURCE_NOT_FOUND:SCHEDULE_NOT_FOUND': 'There is no such charge schedule of this vehicle.',
	'RESOURCE_NOT_FOUND:SUBSCRIPTION_NOT_FOUND':
		'There is no such subscription of this application, or no longer.',
	'RESOURCE_NOT_FOUND:WEBHOOK_NOT_FOUND': 'There is no such webhook of this application.',
	'RESOURCE_CONFLICT:SUBSCRIPTION_EXISTS': 'The webhook is subscribed to this vehicle already.',
	'SERVER:INTERNAL': 'The server failed to answer; try again.',
	'SERVER:MULTIPLE_RECORDS_FOUND': 'The server found several records where one should be.',
	'SERVER:RECORD_NOT_FOUND': 'The server did not find a record that should be there.',
	'UPSTREAM:INVALID_DATA': 'The brand answered with data that cannot be right.',
	'UPSTREAM:KNOWN_ISSUE': 'The brand has a fault that is known and being mended.',
	'UPSTREAM:NO_RESPONSE': 'The brand did not answer in time.',
	'UPSTREAM:RATE_LIMIT': 'The brand was asked too often; try again later.',
	'UPSTREAM:UNKNOWN_ISSUE': 'The brand answered with a fault that nobody knows yet.',
	VALIDATION: 'A parameter of the request cannot be used.',
	'VALIDATION:PARAMETER': 'A parameter of the request cannot be used.',
	'VALIDATION:MISSING_PARAMETER': 'A parameter of the request is missing.',
	'VALIDATION:INVALID_INPUT_FORMAT': 'A value of the request has another form than it needs.',
	'VEHICLE_STATE:ASLEEP': 'The vehicle sleeps and does not answer; try again once it is awake.',
	'VEHICLE_STATE:CHARGING_IN_PROGRESS': 'The vehicle does not do this while it charges.',
	'VEHICLE_STATE:CHARGING_PLUG_CONNECTED': 'The vehicle does not do this while it is plugged in.',
	'VEHICLE_STATE:CHARGING_PLUG_NOT_CONNECTED': 'The vehicle is not plugged in.',
	'VEHICLE_STATE:DOOR_OPEN': 'A door of the vehicle is open.',
	'VEHICLE_STATE:FULLY_CHARGED': 'The vehicle is charged up to its limit.',
	'VEHICLE_STATE:NOT_CHARGING': 'The vehicle does not charge.',
	'VEHICLE_STATE:CHARGE_FAULT': 'The vehicle cannot charge because of a fault.',
	'VEHICLE_STATE:HOOD_OPEN': 'The hood of the vehicle is open.',
	'VEHICLE_STATE:IGNITION_ON': 'The vehicle does not do this while it is switched on.',
	'VEHICLE_STATE:IN_MOTION': 'The vehicle does not do this while it drives.',
	'VEHICLE_STATE:REMOTE_ACCESS_DISABLED': 'Access from afar is switched off in the vehicle.',
	'VEHICLE_STATE:TRUNK_OPEN': 'The trunk of the vehicle is open.',
	'VEHICLE_STATE:UNKNOWN': 'The vehicle does not do this now and does not say why.',
	'VEHICLE_STATE:UNREACHABLE': 'The vehicle cannot be reached.',
	'VEHICLE_STATE:VEHICLE_OFFLINE_FOR_SERVICE': 'The vehicle is offline while it is being serviced.'
};

/** What owners may be told where they alone can help. */
const OWNER_WORDS: Readonly<Record<string, string>> = {
	CONNECTED_SERVICES_ACCOUNT: 'Your car’s account needs your attention. Please sign in to it again.'
};

/** What an error says to developers, and what they may say to owners. */
export function errorWords({ type, code }: Pick<KnownPlatformError, 'type' | 'code'>): {
	readonly description: string;
	readonly suggestedUserMessage: string | null;
} {
	const name = code === null ? type : `${type}:${code}`;
	return {
		description: isPlatformErrorName(name)
			? WORDS[name]
			: `The account asked for this error by its user name: ${name}.`,
		suggestedUserMessage: OWNER_WORDS[type] ?? null
	};
}
