import { withHeld } from '#lib/connect/account-vehicles.ts';
import { afterBrand } from '#lib/connect/journey/brand.ts';
import type { AccountKey } from '#lib/connect/journey/sign-in.ts';
import { signIn, type SignIn } from '#lib/connect/test-logins.ts';
import type { Transaction } from '../context.ts';
import { findAccountId, heldVehicles, rememberAccount } from './vehicle-accounts.ts';

/** What a sign-in to an account at its brand leads to, where no application asks. */
export type OpenedAccount =
	| { readonly ok: true; readonly accountId: string }
	/** No such brand; or the brand answers so, for a test login that stands for a fault. */
	| { readonly ok: false; readonly code: 'brand-unknown' | 'brand-refuses' };

/** Signs in to an account, with or without vehicles that could be connected; part of a transaction. */
export async function openAccount(
	transaction: Transaction,
	key: AccountKey
): Promise<OpenedAccount> {
	const { make } = afterBrand(key.make);
	if (make === null) return { ok: false, code: 'brand-unknown' };
	const known = await findAccountId(transaction, key);
	const held = known === null ? [] : await heldVehicles(transaction, known);
	const context = { make, singleSelectVin: null };
	const found = withHeld(signIn(key.username, context), key.username, held, context);
	const vehicles = vehiclesIn(found);
	if (vehicles === null) return { ok: false, code: 'brand-refuses' };
	return { ok: true, accountId: await rememberAccount(transaction, key, vehicles) };
}

function vehiclesIn(found: SignIn) {
	if (found.kind === 'vehicles') return found.vehicles;
	if (found.error === 'no_vehicles') return [];
	return found.vehicle !== null && found.error === 'vehicle_incompatible' ? [found.vehicle] : null;
}
