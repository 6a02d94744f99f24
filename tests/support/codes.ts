import { createApplication } from '#lib/server/applications/applications.ts';
import { createSecret } from '#lib/server/applications/client-secrets.ts';
import type { Context } from '#lib/server/context.ts';
import { digestOf, randomToken } from '#lib/server/digest.ts';
import { authorizations, connections } from '#lib/server/db/connect-schema.ts';
import { vehicleAccounts, vehicles } from '#lib/server/db/vehicle-schema.ts';
import type { Client } from './tokens.ts';

const ACCOUNT = 'account';
const VEHICLE = 'vehicle';

/** An application whose one owner granted access to one vehicle. */
export async function createConnectedClient(context: Context): Promise<Client> {
	const application = await createApplication(context, { name: 'Token Client' });
	if (!application.ok) throw new Error(application.kind);
	const { clientId } = application;
	const made = await createSecret(context, clientId, null);
	if (!made.ok) throw new Error(made.kind);
	await context.write(async ({ db, now }) => {
		await db
			.insert(vehicleAccounts)
			.values({ id: ACCOUNT, make: 'FORD', username: 'a@b', createdAt: now });
		await db.insert(vehicles).values({
			id: VEHICLE,
			accountId: ACCOUNT,
			vin: '1FT000000000000AA',
			make: 'FORD',
			model: 'F-150',
			year: 2024,
			level: 'compatible'
		});
		await db.insert(connections).values({
			id: 'connection',
			clientId,
			vehicleId: VEHICLE,
			accountId: ACCOUNT,
			mode: 'simulated',
			granted: ['read_battery', 'read_odometer'],
			asked: [],
			createdAt: now,
			updatedAt: now
		});
	});
	return { clientId, secret: made.secret };
}

/** Codes as if the owner had consented so many times just now. */
export async function giveCodes(
	context: Context,
	clientId: string,
	count: number
): Promise<readonly string[]> {
	const codes = Array.from({ length: count }, () => randomToken('uuid'));
	const digests = codes.map(digestOf);
	await context.write(({ db, now }) =>
		db.insert(authorizations).values(
			digests.map((codeDigest) => ({
				clientId,
				accountId: ACCOUNT,
				mode: 'simulated' as const,
				vehicleIds: [VEHICLE],
				scope: 'read_battery read_odometer',
				codeDigest,
				redirectUriSent: false,
				createdAt: now
			}))
		)
	);
	return codes;
}
