import { inSeconds } from '#lib/connect/lifetimes.ts';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { machineTokens } from '../../db/connect-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import { digestOf, randomSecret } from '../../digest.ts';

const statements = prepared((db) => ({
	insert: named(
		db.insert(machineTokens).values({
			digest: sql.placeholder('digest'),
			machineClientId: sql.placeholder('machineClientId'),
			issuedAt: sql.placeholder('now'),
			insertedAt: sql.placeholder('machineNow')
		}),
		'insert_machine_token'
	)
}));

/** The answer to a client-credentials request (RFC 6749 section 4.4.3): no refresh token. */
export interface MachineTokenAnswer {
	readonly access_token: string;
	readonly token_type: 'Bearer';
	readonly expires_in: number;
}

/** Issues a token of API v3 for a whole application; part of a transaction. */
export async function issueMachineToken(
	{ db, now, machineNow }: Transaction,
	machineClientId: string
): Promise<MachineTokenAnswer> {
	const token = randomSecret();
	const digest = digestOf(token);
	await statements(db).insert.execute({ digest, machineClientId, now, machineNow });
	return { access_token: token, token_type: 'Bearer', expires_in: inSeconds('machineToken') };
}
