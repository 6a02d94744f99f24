import { SCREENS } from '#lib/connect/session-data.ts';
import type { Context } from '#lib/server/context.ts';
import { connectSessions } from '#lib/server/db/connect-schema.ts';
import { randomUUID } from 'node:crypto';
import { requestWith } from './session-facts.ts';
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
				request: requestWith({ scope, user, approvalPrompt: 'force' }),
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
