import { sandboxPath } from '#lib/access/connect-url/sandbox-link.ts';

interface Subject {
	readonly mode: string;
	readonly account: { readonly make: string };
	readonly user: string | null;
	readonly externalId: string | null;
}

/**
 * The path by which an owner is asked once more, in the sandbox. Without a scope it asks for the
 * current version, and its brand and mode lead to the same vehicle account.
 */
export function askAgainPath(
	clientId: string,
	{ mode, account, user, externalId }: Subject
): string {
	return sandboxPath({
		clientId,
		approvalPrompt: 'force',
		mode,
		make: account.make,
		...(user !== null && { user }),
		...(externalId !== null && { externalId })
	});
}

/** The path by which an owner signs in again for a vehicle, in the sandbox. */
export function signInAgainPath(
	clientId: string,
	{ mode, vehicle }: Pick<Subject, 'mode'> & { readonly vehicle: { readonly toldId: string } }
): string {
	return sandboxPath({ path: 'reauthenticate', clientId, vehicleId: vehicle.toldId, mode });
}
