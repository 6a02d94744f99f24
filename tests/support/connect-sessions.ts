import type { PermissionName } from '#lib/access/permission.ts';
import { SCREENS } from '#lib/connect/session-data.ts';
import { formatChoices, tallySteps } from '#lib/connect/session-tally.ts';
import { userStart } from '#lib/server/connect/user-start.ts';
import type { Context } from '#lib/server/context.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { randomUUID } from 'node:crypto';
import { requestWith } from './session-facts.ts';
import { REHEARSED_START } from './storage.ts';

type Session = typeof connectSessions.$inferInsert;

/** A session in few words; what is not given is as in most tests. */
interface Given extends Partial<Omit<Session, 'steps' | 'request' | 'clientId' | 'refused'>> {
	readonly refused?: readonly PermissionName[];
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
		for (const session of sessions) {
			const { scope = 'read_battery', screens = '', user = null, ...given } = session;
			const { version = null, responseType = 'code' } = given;
			const startedAt = given.startedAt ?? REHEARSED_START;
			const reached = SCREENS.filter((screen) => screens.split(' ').includes(screen));
			const steps = reached.map((screen, index) => ({ screen, at: startedAt + index * 1000 }));
			const request = requestWith({ scope, user, version, responseType, approvalPrompt: 'force' });
			await db.insert(connectSessions).values({
				id: randomUUID(),
				clientId,
				browserDigest: Buffer.alloc(32),
				request,
				steps,
				...tallySteps(steps),
				refused: [],
				choices:
					given.outcome === 'granted' || reached.includes('grant')
						? formatChoices(request.asked, given.outcome === 'granted' ? (given.refused ?? []) : [])
						: null,
				user,
				version,
				responseType,
				userStart: userStart(user),
				startedAt,
				insertedAt: startedAt,
				touchedAt: startedAt,
				...given
			});
		}
	});
}
