import type { PlainErrorCode } from '../connect-errors.ts';
import { withHeld, type HeldVehicle } from '../account-vehicles.ts';
import { signIn, type AccountVehicle, type SignIn, type SignInContext } from '../test-logins.ts';
import type { ConnectSession } from './session.ts';

/** What tells one vehicle account from another. */
export interface AccountKey {
	readonly make: string;
	readonly username: string;
}

/** What a user name leads to in a session. */
export type SignInStep =
	/** The brand comes first. */
	| { readonly kind: 'brand' }
	/** Signs in anew for one connected vehicle, which only the account that holds it may. */
	| { readonly kind: 'again'; readonly key: AccountKey; readonly vehicleId: string | null }
	/** On to the consent, or to none of the vehicles being supported. */
	| {
			readonly kind: 'grant' | 'unsupported';
			readonly key: AccountKey;
			readonly vehicles: readonly AccountVehicle[];
	  }
	| { readonly kind: 'end'; readonly error: PlainErrorCode };

/** @param held what the account is known to have, or to have had */
export function decideSignIn(
	{ make, request }: ConnectSession,
	username: string,
	held: readonly HeldVehicle[] = []
): SignInStep {
	if (make === null) return { kind: 'brand' };
	const { singleSelectVin, responseType, vehicleId } = request;
	const key = { make, username };
	if (responseType === 'vehicle_id') return { kind: 'again', key, vehicleId };
	const result = find(username, held, { make, singleSelectVin });
	if (result.kind === 'vehicles') return { kind: 'grant', key, vehicles: result.vehicles };
	if (result.error !== 'vehicle_incompatible') return { kind: 'end', error: result.error };
	return { kind: 'unsupported', key, vehicles: vehiclesIn(result) };
}

/**
 * The VINs that this session's sign-in found; the account may have more by now.
 *
 * @param kind those that can be connected, or the one that cannot
 */
export function foundVins(
	{ request }: ConnectSession,
	{ make, username }: Pick<AccountKey, 'make' | 'username'>,
	kind: SignIn['kind'],
	held: readonly HeldVehicle[] = []
): readonly string[] {
	const result = find(username, held, { make, singleSelectVin: request.singleSelectVin });
	return result.kind === kind ? vehiclesIn(result).map(({ vin }) => vin) : [];
}

function find(username: string, held: readonly HeldVehicle[], context: SignInContext): SignIn {
	return withHeld(signIn(username, context), username, held, context);
}

function vehiclesIn(result: SignIn): readonly AccountVehicle[] {
	if (result.kind === 'vehicles') return result.vehicles;
	return result.vehicle ? [result.vehicle] : [];
}
