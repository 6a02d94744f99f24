import { parseScope } from '#lib/access/scope.ts';
import { SCREENS, type ConnectRequest } from '#lib/connect/session-data.ts';
import type { Context } from '#lib/server/context.ts';
import { connectSessions } from '#lib/server/db/connect-schema.ts';
import { randomUUID } from 'node:crypto';
import { START } from './storage.ts';

type Session = typeof connectSessions.$inferInsert;

/** A session in few words; what is not given is as in most tests. */
interface Given extends Partial<Omit<Session, 'steps' | 'request' | 'clientId'>> {
	readonly scope?: string;
	/** Screens in their order, one second apart. */
	readonly screens?: string;
}

/** Writes sessions of an application as if owners had gone through them. */
export async function recordSessions(
	context: Context,
	clientId: string,
	...sessions: readonly Given[]
): Promise<void> {
	await context.write(async ({ db }) => {
		for (const { scope = 'read_battery', screens = '', user = null, ...given } of sessions) {
			const startedAt = given.startedAt ?? START;
			const steps = SCREENS.filter((screen) => screens.split(' ').includes(screen));
			await db.insert(connectSessions).values({
				id: randomUUID(),
				clientId,
				browserDigest: Buffer.alloc(32),
				request: request(scope, user),
				steps: steps.map((screen, index) => ({ screen, at: startedAt + index * 1000 })),
				refused: [],
				user,
				startedAt,
				touchedAt: startedAt,
				...given
			});
		}
	});
}

function request(scope: string, user: string | null): ConnectRequest {
	return {
		responseType: 'code',
		redirectUri: null,
		redirectUriSent: false,
		state: null,
		asked: parseScope(scope).permissions,
		version: null,
		approvalPrompt: 'force',
		mode: 'simulated',
		make: null,
		singleSelect: false,
		singleSelectVin: null,
		country: null,
		user,
		externalId: null,
		vehicleId: null,
		appOrigin: null,
		codeChallenge: null,
		refuse: []
	};
}
