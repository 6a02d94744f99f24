import { hash } from 'node:crypto';
import type { PlainErrorCode } from './connect-errors.ts';
import { simulatedModel } from './simulated-models.ts';
import { makeOfVin, simulatedVin, yearOfVin } from './vin-facts.ts';

/** A vehicle of a simulated account, before it is stored. */
export interface AccountVehicle {
	readonly vin: string;
	readonly make: string;
	readonly model: string;
	readonly year: number;
	/** What it can do: every permission with `compatible` and `phev`, none with `incompatible`. */
	readonly level: string;
	/** `TYPE:CODE` with which every call of its API fails. */
	readonly fault: string | null;
}

/** What a sign-in leads to. */
export type SignIn =
	| { readonly kind: 'vehicles'; readonly vehicles: readonly AccountVehicle[] }
	| {
			readonly kind: 'error';
			readonly error: PlainErrorCode;
			readonly vehicle: AccountVehicle | null;
	  };

export interface SignInContext {
	/** Brand that was picked. */
	readonly make: string;
	/** The only vehicle that may be offered. */
	readonly singleSelectVin: string | null;
}

/** Most vehicles that a test login asks for. */
export const MAX_ACCOUNT_VEHICLES = 999;

/** Vehicles of an account whose user name says nothing about it; several are asked for by number. */
const USUAL_VEHICLES = 1;

interface Pattern {
	readonly form: RegExp;
	readonly read: (match: RegExpExecArray, context: SignInContext) => SignIn;
}

const PATTERNS: readonly Pattern[] = [
	{
		form: /^smartcar@successful-request\.com$/i,
		read: () => vehicles([fixed('0SCAUDI037A5ADB1C')])
	},
	{
		form: /^smartcar@vehicle-incompatible\.com$/i,
		read: () => failure('vehicle_incompatible', fixed('0SCAUDI012FE3B132'))
	},
	{
		form: /^smartcar@invalid-subscription\.com$/i,
		read: () => failure('invalid_subscription', fixed('0SCAUDI0155C49A95'))
	},
	{
		form: /^([a-z0-9]{17})@([a-z]+)\.smartcar\.com$/i,
		read: ([, vin = '', level = ''], { make }) =>
			vehicles([fixed(vin.toUpperCase(), level.toLowerCase(), make)])
	},
	{
		form: /^(\d{1,3})-vehicles@smartcar\.com$/i,
		read: ([text, count], { make }) =>
			Number(count) === 0 ? failure('no_vehicles') : vehicles(account(make, text, Number(count)))
	},
	{
		// Of our own: the platform names no way to an unexpected fault.
		form: /^server-error@smartcar\.com$/i,
		read: () => failure('server_error')
	},
	{
		form: /^([a-z_]+)\.([a-z_]+)@smartcar\.com$/i,
		read: ([text, type, code], { make }) => {
			const fault = `${type}:${code}`.toUpperCase();
			return vehicles(account(make, text, 1).map((vehicle) => ({ ...vehicle, fault })));
		}
	},
	{
		form: /^smartcar@vs-\d+\.([a-z-]+)-error\.com$/i,
		read: ([text, type = ''], { make }) => {
			const fault = `${type.replaceAll('-', '_')}:UNKNOWN`.toUpperCase();
			return vehicles(account(make, text, 1).map((vehicle) => ({ ...vehicle, fault })));
		}
	}
];

/**
 * What a user name leads to. Any name and password sign in; some names are test logins with a
 * result of their own.
 *
 * Source: the platform's page on testing.
 */
export function signIn(username: string, context: SignInContext): SignIn {
	for (const { form, read } of PATTERNS) {
		const match = form.exec(username);
		if (match) return onlyWanted(read(match, context), context);
	}
	const { make, singleSelectVin } = context;
	if (singleSelectVin !== null) return vehicles([fixed(singleSelectVin, 'compatible', make)]);
	return vehicles(account(make, username, USUAL_VEHICLES));
}

/** Whether a user name has a result of its own. */
export function isTestLogin(username: string): boolean {
	return PATTERNS.some(({ form }) => form.test(username));
}

/** An account without the one vehicle that may be picked has none to offer. */
function onlyWanted(result: SignIn, { singleSelectVin }: SignInContext): SignIn {
	if (singleSelectVin === null || result.kind === 'error') return result;
	const wanted = result.vehicles.filter(({ vin }) => vin === singleSelectVin);
	return wanted.length > 0 ? vehicles(wanted) : failure('no_vehicles');
}

function vehicles(list: readonly AccountVehicle[]): SignIn {
	return { kind: 'vehicles', vehicles: list };
}

function failure(error: PlainErrorCode, vehicle: AccountVehicle | null = null): SignIn {
	return { kind: 'error', error, vehicle };
}

function fixed(vin: string, level = 'compatible', picked = 'AUDI'): AccountVehicle {
	const make = makeOfVin(vin) ?? picked;
	const { model, year } = simulatedModel(make, 0);
	return { vin, make, model, year: yearOfVin(vin) ?? year, level, fault: null };
}

/** The same account has the same vehicles whenever it is opened. */
function account(make: string, username: string, count: number): readonly AccountVehicle[] {
	return Array.from({ length: count }, (_, index) => {
		const tail = hash('sha256', `${make} ${username.toLowerCase()} ${index}`);
		return {
			vin: simulatedVin(make, tail),
			make,
			...simulatedModel(make, index),
			level: 'compatible',
			fault: null
		};
	});
}

/** What comes of a test login, for those who try them by hand. */
export type TestLoginResult =
	| { readonly kind: 'one-vehicle' }
	| { readonly kind: 'vehicles'; readonly most: number }
	| { readonly kind: 'ends'; readonly error: PlainErrorCode }
	| { readonly kind: 'vehicle-by-vin' }
	| { readonly kind: 'calls-fail' };

interface TestLogin {
	readonly username: string;
	readonly result: TestLoginResult;
}

const ends = (username: string, error: PlainErrorCode): TestLogin => ({
	username,
	result: { kind: 'ends', error }
});

export const TEST_LOGINS: readonly TestLogin[] = [
	{ username: 'smartcar@successful-request.com', result: { kind: 'one-vehicle' } },
	{
		username: '5-vehicles@smartcar.com',
		result: { kind: 'vehicles', most: MAX_ACCOUNT_VEHICLES }
	},
	ends('0-vehicles@smartcar.com', 'no_vehicles'),
	ends('smartcar@vehicle-incompatible.com', 'vehicle_incompatible'),
	ends('smartcar@invalid-subscription.com', 'invalid_subscription'),
	ends('server-error@smartcar.com', 'server_error'),
	{ username: '0SCAUDI037A5ADB1C@bev.smartcar.com', result: { kind: 'vehicle-by-vin' } },
	{ username: 'VEHICLE_STATE.UNKNOWN@smartcar.com', result: { kind: 'calls-fail' } }
];
