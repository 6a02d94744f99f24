import {
	isTestLogin,
	type AccountVehicle,
	type SignIn,
	type SignInContext
} from './test-logins.ts';

/** A vehicle that an account is known to have, or to have had. */
export interface HeldVehicle extends AccountVehicle {
	/** When it was added by hand; null for one that its login came with. */
	readonly addedAt: number | null;
	/** When it was deleted by hand; null while it is there. */
	readonly deletedAt: number | null;
}

/**
 * What a sign-in finds once people put vehicles on the account and took others away. A login without
 * a meaning of its own leads to a vehicle of its own, unless somebody made the account by hand.
 */
export function withHeld(
	found: SignIn,
	username: string,
	held: readonly HeldVehicle[],
	{ singleSelectVin }: SignInContext
): SignIn {
	if (held.length === 0 || (found.kind === 'error' && found.error !== 'no_vehicles')) return found;
	const byVin = new Map(held.map((vehicle) => [vehicle.vin, vehicle]));
	const isMadeByHand = !isTestLogin(username) && held.every(({ addedAt }) => addedAt !== null);
	const own = found.kind === 'vehicles' ? found.vehicles : [];
	const left = own.filter(({ vin }) => {
		const known = byVin.get(vin);
		return known ? known.addedAt === null && known.deletedAt === null : !isMadeByHand;
	});
	const added = held.filter(
		({ vin, addedAt, deletedAt }) =>
			addedAt !== null && deletedAt === null && (singleSelectVin ?? vin) === vin
	);
	const vehicles = [...left, ...added.map(asFound)];
	if (vehicles.length > 0) return { kind: 'vehicles', vehicles };
	return { kind: 'error', error: 'no_vehicles', vehicle: null };
}

function asFound({ vin, make, model, year, level, fault }: HeldVehicle): AccountVehicle {
	return { vin, make, model, year, level, fault };
}
