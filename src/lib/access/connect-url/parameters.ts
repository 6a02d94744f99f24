/** Where Connect of the live platform is reached. */
export const LIVE_CONNECT_ORIGIN = 'https://connect.smartcar.com';

/** The two addresses: a first authorization, and a new sign-in for a connected vehicle. */
export const CONNECT_PATHS = {
	authorize: '/oauth/authorize',
	reauthenticate: '/oauth/reauthenticate'
} as const;

export type ConnectPath = keyof typeof CONNECT_PATHS;

/** Words that `response_type` accepts besides the id of a connected vehicle. */
export const RESPONSE_TYPES = { authorize: 'code', reauthenticate: 'vehicle_id' } as const;

/** Older name of `simulated`, which SDKs still write. */
export const OLD_SIMULATED_MODE = 'test';

/**
 * Everything a Connect link can say, as text: values that come from outside may be wrong, and
 * `checkConnect` says so. Absent is the platform's default, and so is empty.
 */
export interface ConnectParameters {
	/** Default: `authorize`. */
	readonly path?: ConnectPath;
	/** Name under which the client id stands in the link; the platform takes both. */
	readonly idParameter?: 'client_id' | 'application_id';
	/** `code`, `none`, `vehicle_id` or the id of a connected vehicle. Always written. */
	readonly responseType?: string;
	readonly clientId?: string;
	readonly vehicleId?: string;
	readonly scope?: string;
	readonly redirectUri?: string;
	readonly state?: string;
	readonly approvalPrompt?: string;
	readonly mode?: string;
	readonly make?: string;
	readonly singleSelect?: string;
	readonly singleSelectVin?: string;
	readonly flags?: string;
	readonly user?: string;
	readonly externalId?: string;
	readonly appOrigin?: string;
	readonly sdkPlatform?: string;
	readonly sdkVersion?: string;
}

export type ParameterKey = Exclude<keyof ConnectParameters, 'path' | 'idParameter'>;

/** One value of a closed set, and what it does. */
interface ParameterValue {
	readonly value: string;
	readonly meaning: string;
}

export interface ParameterFacts {
	readonly key: ParameterKey;
	/** Name in the URL. */
	readonly name: string;
	/** Second name that means the same. */
	readonly otherName?: string;
	/** Name of the field in a form. */
	readonly label: string;
	/** What it does, in one plain sentence. */
	readonly purpose: string;
	/** What happens when it is left out. */
	readonly absent: string;
	/** Closed set of values, where there is one. */
	readonly values?: readonly ParameterValue[];
	/** Value that is the same as leaving it out. */
	readonly default?: string;
	/** What an accepted value looks like. */
	readonly example: string;
	/** Limits of the platform: plan, early access, kind of app. */
	readonly note?: string;
	/** SDKs write it by themselves; a form does not offer it. */
	readonly automatic?: true;
	/** Stands only on this one of the two addresses. */
	readonly only?: ConnectPath;
}

/** Whether a link leads to simulated vehicles. */
export function isSimulatedMode({ mode }: ConnectParameters): boolean {
	return mode === 'simulated' || mode === OLD_SIMULATED_MODE;
}
