import { createApplication } from '#lib/server/applications.ts';
import { createSecret } from '#lib/server/client-secrets.ts';
import { clock } from '#lib/server/clock.ts';
import { digestOf, randomToken } from '#lib/server/connect/digest.ts';
import { authorizations, connections, owners, vehicles } from '#lib/server/db/connect-schema.ts';
import { write } from '#lib/server/db/connection.ts';
import type { Client } from './tokens.ts';

const OWNER = 'owner';
const VEHICLE = 'vehicle';

/** An application whose one owner granted access to one vehicle. */
export async function createConnectedClient(): Promise<Client> {
	const application = await createApplication({ name: 'Token Client' });
	if (!application.ok) throw new Error(application.message);
	const { clientId } = application;
	const made = await createSecret(clientId, null);
	if (!made.ok) throw new Error(made.message);
	const now = clock.now();
	await write((db) => {
		db.insert(owners)
			.values({ id: OWNER, mode: 'simulated', make: 'FORD', username: 'a@b', createdAt: now })
			.run();
		db.insert(vehicles)
			.values({
				id: VEHICLE,
				ownerId: OWNER,
				vin: '1FT000000000000AA',
				make: 'FORD',
				model: 'F-150',
				year: 2024,
				level: 'compatible'
			})
			.run();
		db.insert(connections)
			.values({
				id: 'connection',
				clientId,
				vehicleId: VEHICLE,
				ownerId: OWNER,
				granted: ['read_battery', 'read_odometer'],
				asked: [],
				createdAt: now,
				updatedAt: now
			})
			.run();
	});
	return { clientId, secret: made.secret };
}

/** Codes as if the owner had consented so many times just now. */
export async function giveCodes(clientId: string, count: number): Promise<readonly string[]> {
	const codes = Array.from({ length: count }, () => randomToken('uuid'));
	const rows = codes.map((code) => ({
		clientId,
		ownerId: OWNER,
		vehicleIds: [VEHICLE],
		scope: 'read_battery read_odometer',
		codeDigest: digestOf(code),
		redirectUriSent: false,
		createdAt: clock.now()
	}));
	await write((db) => db.insert(authorizations).values(rows).run());
	return codes;
}
