import { EXAMPLE_CLIENT_ID } from '../client-id.ts';
import {
	OLD_SIMULATED_MODE,
	type ConnectParameters,
	type ParameterFacts,
	type ParameterKey
} from './parameters.ts';

/** Every parameter in the order in which our own links write them. */
export const CONNECT_PARAMETERS: readonly ParameterFacts[] = [
	{
		key: 'responseType',
		name: 'response_type',
		label: 'Response type',
		purpose: 'Says what your app gets when the owner is done.',
		absent: 'The platform answers with an error page; it must be there.',
		values: [
			{ value: 'code', meaning: 'Your app gets a code, which it exchanges for tokens.' },
			{
				value: 'none',
				meaning:
					'No code comes back; your server uses its own machine credentials, and a redirect is optional.'
			},
			{
				value: 'vehicle_id',
				meaning: 'The owner signs in again for one connected vehicle; no code comes back.'
			}
		],
		example: 'code'
	},
	{
		key: 'clientId',
		name: 'client_id',
		otherName: 'application_id',
		label: 'Client ID',
		purpose: 'Names the application that asks for access.',
		absent: 'The platform cannot tell which application asks; it must be there.',
		example: EXAMPLE_CLIENT_ID,
		note: 'Newer SDKs call it application_id; the value is the same.'
	},
	{
		key: 'vehicleId',
		name: 'vehicle_id',
		label: 'Vehicle ID',
		purpose: 'Names the connected vehicle that the owner signs in for again.',
		absent: 'No connected vehicle is named.',
		example: '36ab27d0-fd9d-4455-823a-ce30af709ffc',
		only: 'reauthenticate'
	},
	{
		key: 'scope',
		name: 'scope',
		label: 'Scope',
		purpose: 'Asks for exactly these permissions, in place of the stored Vehicle Access.',
		absent: 'Connect asks for the Vehicle Access stored for the application.',
		example: 'required:read_odometer read_battery',
		note: 'A permission outside the application’s plan ends on an error page.'
	},
	{
		key: 'redirectUri',
		name: 'redirect_uri',
		label: 'Redirect URI',
		purpose: 'Says where the owner is sent afterwards; it must be registered, to the letter.',
		absent: 'The owner is sent to the application’s default redirect URI.',
		example: 'https://example.com/callback'
	},
	{
		key: 'state',
		name: 'state',
		label: 'State',
		purpose: 'Comes back unchanged on the redirect, so that your app knows who it was.',
		absent: 'Nothing comes back that ties the answer to the one who began.',
		example: '0facda3319'
	},
	{
		key: 'approvalPrompt',
		name: 'approval_prompt',
		label: 'Approval prompt',
		purpose: 'Says whether the consent screen is shown again.',
		absent: 'The consent screen is skipped when the owner approved this very scope before.',
		values: [
			{
				value: 'auto',
				meaning: 'The consent screen is skipped when the owner approved this very scope before.'
			},
			{ value: 'force', meaning: 'The consent screen is always shown.' }
		],
		default: 'auto',
		example: 'force'
	},
	{
		key: 'mode',
		name: 'mode',
		label: 'Mode',
		purpose: 'Chooses between real and simulated vehicles.',
		absent: 'Real vehicles and real accounts.',
		values: [
			{ value: 'live', meaning: 'Real vehicles and real accounts.' },
			{ value: 'simulated', meaning: 'Simulated vehicles; any sign-in works.' },
			{ value: OLD_SIMULATED_MODE, meaning: 'Simulated vehicles, by the older name of the mode.' }
		],
		default: 'live',
		example: 'simulated'
	},
	{
		key: 'make',
		name: 'make',
		label: 'Make',
		purpose: 'Skips the list of brands and opens the sign-in of this one.',
		absent: 'The owner picks the brand.',
		example: 'TESLA'
	},
	{
		key: 'singleSelect',
		name: 'single_select',
		label: 'One vehicle only',
		purpose: 'Says whether the owner picks one vehicle or any number.',
		absent: 'The owner may pick several vehicles.',
		values: [
			{ value: 'true', meaning: 'The owner picks exactly one vehicle.' },
			{ value: 'false', meaning: 'The owner may pick several vehicles.' }
		],
		default: 'false',
		example: 'true',
		note: 'Custom plan only.'
	},
	{
		key: 'singleSelectVin',
		name: 'single_select_vin',
		label: 'VIN',
		purpose: 'Offers only the vehicle with this VIN and opens the sign-in of its brand.',
		absent: 'Any vehicle of the account may be picked.',
		example: '5YJSA1E14FF101307',
		note: 'Custom plan only, and together with single_select=true.'
	},
	{
		key: 'flags',
		name: 'flags',
		label: 'Flags',
		purpose: 'Switches on features, written as name:value with a space between two.',
		absent: 'No feature is switched on.',
		example: 'country:DE',
		note: 'Most flags are early access and agreed for one application.'
	},
	{
		key: 'user',
		name: 'user',
		label: 'User',
		purpose: 'Groups the platform’s statistics by your own id of the owner; it is not returned.',
		absent: 'Statistics are not grouped by owner.',
		example: '61a3e3d2-5198-47ba-aabd-4623ce4a4042'
	},
	{
		key: 'externalId',
		name: 'external_id',
		label: 'External ID',
		purpose: 'Stores your own id of the owner; it comes back on the redirect and in webhooks.',
		absent: 'No id of your own is stored with the owner.',
		example: 'customer-42',
		note: 'The word null clears the stored id.'
	},
	{
		key: 'appOrigin',
		name: 'app_origin',
		label: 'App origin',
		purpose: 'Tells the platform’s last page which site to report to; the browser SDK writes it.',
		absent: 'No site is told.',
		example: 'https://app.example.com',
		automatic: true
	},
	{
		key: 'sdkPlatform',
		name: 'sdk_platform',
		label: 'SDK platform',
		purpose: 'Names the mobile SDK that opened the link.',
		absent: 'No mobile SDK is named.',
		example: 'iOS',
		automatic: true
	},
	{
		key: 'sdkVersion',
		name: 'sdk_version',
		label: 'SDK version',
		purpose: 'Names the version of the mobile SDK that opened the link.',
		absent: 'No version is named.',
		example: '6.5.0',
		automatic: true
	}
];

const BY_NAME: ReadonlyMap<string, ParameterFacts> = new Map(
	CONNECT_PARAMETERS.flatMap((facts) => [
		[facts.name, facts],
		...(facts.otherName ? [[facts.otherName, facts] as const] : [])
	])
);

const BY_KEY = new Map(CONNECT_PARAMETERS.map((facts) => [facts.key, facts]));

/** Names that a Connect URL may hold, in our order. */
export const PARAMETER_NAMES: readonly string[] = [...BY_NAME.keys()];

export function parameterNamed(name: string): ParameterFacts | null {
	return BY_NAME.get(name) ?? null;
}

export function parameterFacts(key: ParameterKey): ParameterFacts {
	const facts = BY_KEY.get(key);
	if (!facts) throw new TypeError(`Not a Connect parameter: ${key}`);
	return facts;
}

/** Name in the URL; for the client id, the one that the link uses. */
export function parameterName(key: ParameterKey, { idParameter }: ConnectParameters): string {
	return key === 'clientId' && idParameter ? idParameter : parameterFacts(key).name;
}
