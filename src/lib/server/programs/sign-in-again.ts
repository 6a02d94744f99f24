import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';

interface Connected {
	readonly clientId: string;
	/** As the application knows the vehicle. */
	readonly vehicleId: string;
	readonly mode: ConnectMode;
}

/**
 * The page on which an owner signs in again, for `resolution.url`. It is for the owner's browser; as
 * the platform's, it names neither redirect URI nor state: those are the application's to add.
 *
 * @param origin of this server, as who asked knows it
 */
export function signInAgainUrl(origin: string, { clientId, vehicleId, mode }: Connected): string {
	return buildConnectUrl({ path: 'reauthenticate', clientId, vehicleId, mode }, { origin });
}
