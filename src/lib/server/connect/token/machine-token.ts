import { sql } from 'drizzle-orm';
import { prepareOnce } from '../../db/connection.ts';
import { machineTokens } from '../../db/connect-schema.ts';
import { digestOf, randomSecret } from '../digest.ts';
import { inSeconds } from '../lifetimes.ts';

const statements = prepareOnce((db) => ({
	insert: db
		.insert(machineTokens)
		.values({
			digest: sql.placeholder('digest'),
			machineClientId: sql.placeholder('machineClientId'),
			issuedAt: sql.placeholder('now')
		})
		.prepare()
}));

/** The answer to a client-credentials request (RFC 6749 section 4.4.3): no refresh token. */
export interface MachineTokenAnswer {
	readonly access_token: string;
	readonly token_type: 'Bearer';
	readonly expires_in: number;
}

/** Issues a token of API v3 for a whole application; part of a transaction. */
export function issueMachineToken(machineClientId: string, now: number): MachineTokenAnswer {
	const token = randomSecret();
	statements().insert.run({ digest: digestOf(token), machineClientId, now });
	return { access_token: token, token_type: 'Bearer', expires_in: inSeconds('machineToken') };
}
