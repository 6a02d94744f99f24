import { rulesOf } from '../src/lib/connect/protocol.ts';
import { createApplication } from '../src/lib/server/applications/applications.ts';
import { issueTokens } from '../src/lib/server/connect/token/issue.ts';
import { authorizations } from '../src/lib/server/db/connect-schema.ts';
import { digestOf, randomToken } from '../src/lib/server/digest.ts';
import { openStorage } from '../tools/storage.ts';
import { connect } from './fill-database.ts';

/** A vehicle that is connected, with the token of its owner. */
export interface TokenOfVehicle {
	readonly token: string;
	readonly vehicleId: string;
}

/** Prepares the database of a server that is not started yet: vehicles, each of another owner. */
export async function fillVehicles(
	file: string,
	vehicles: number
): Promise<readonly TokenOfVehicle[]> {
	const { engine, now } = await openStorage(file);
	const application = await createApplication(now(), { name: 'Benchmark' });
	if (!application.ok) throw new TypeError(application.kind);
	const { clientId } = application;
	const scope = 'read_odometer';
	const filled = await now().write(async (transaction) => {
		const tokens: TokenOfVehicle[] = [];
		for (let number = 0; number < vehicles; number++) {
			const { id: accountId, vehicleIds } = await connect(transaction, clientId, number, scope);
			const redirectUri = 'https://app.example/callback';
			const [authorization] = await transaction.db
				.insert(authorizations)
				.values({
					...{ clientId, accountId, vehicleIds, scope, redirectUri, redirectUriSent: true },
					mode: 'simulated',
					codeDigest: digestOf(randomToken('uuid')),
					createdAt: transaction.now
				})
				.returning({ id: authorizations.id });
			const [vehicleId] = vehicleIds;
			if (!authorization || vehicleId === undefined) throw new TypeError('Nothing was granted');
			const issue = { scope: [scope], narrowed: false, flags: null } as const;
			const issued = await issueTokens(transaction, authorization.id, rulesOf('platform'), issue);
			tokens.push({ token: issued.tokens.access_token, vehicleId });
		}
		return tokens;
	});
	await engine.close();
	return filled;
}
