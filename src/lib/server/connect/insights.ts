import {
	askedBy,
	countEnds,
	countRefusals,
	countSteps,
	GOING_ON,
	stepOf,
	sum,
	type Alike,
	type Asked,
	type Exchanged,
	type FunnelStep,
	type RefusalCounts,
	type StepCount
} from '#lib/connect/funnel.ts';
import { and, count, eq, isNotNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { authorizations } from '../db/connect-schema.ts';
import { connectSessions } from '../db/session-schema.ts';
import { passing } from './session-filter.ts';

type EndCounts = ReturnType<typeof countEnds>;

export interface SessionInsights {
	readonly total: number;
	readonly funnel: readonly (StepCount & {
		/** How those ended that came no further, short of being granted. */
		readonly ends: EndCounts;
	})[];
	/** The same of each version, the newest first, and of what asked for none. */
	readonly byAsked: readonly Part<{ readonly asked: Asked }>[];
	/** The same of each brand, most first. */
	readonly byMake: readonly Part<{ readonly make: string | null }>[];
	/** Sessions that were told that nothing of theirs can be connected. */
	readonly unsupported: number;
	readonly ends: EndCounts;
	readonly refusals: RefusalCounts;
	/** Whether any session names a user. */
	readonly namesUsers: boolean;
}

type Part<Key> = Key & { readonly steps: readonly StepCount[] };

/** What all sessions of an application say together. */
export async function sessionInsights(
	context: Context,
	clientId: string
): Promise<SessionInsights> {
	return context.read(async ({ db, now }) => {
		const { outcome, furthest, unsupported, choices, version, responseType, make } =
			connectSessions;
		const mine = eq(connectSessions.clientId, clientId);
		const alike = await db
			.select({
				...{ outcome, furthest, unsupported, choices, version, responseType, make },
				count: count()
			})
			.from(connectSessions)
			.where(mine)
			.groupBy(outcome, furthest, unsupported, choices, version, responseType, make);
		const exchanged = await db
			.select({ version, make, count: count() })
			.from(connectSessions)
			.innerJoin(authorizations, eq(authorizations.id, connectSessions.authorizationId))
			.where(and(mine, isNotNull(authorizations.codeUsedAt)))
			.groupBy(version, make);
		const goingOn = await db
			.select({ outcome, furthest, responseType, count: count() })
			.from(connectSessions)
			.where(passing(clientId, { end: GOING_ON }, now))
			.groupBy(outcome, furthest, responseType);
		const [named] = await db
			.select({ id: connectSessions.id })
			.from(connectSessions)
			.where(and(mine, isNotNull(connectSessions.userStart)))
			.limit(1);
		const at = (step: FunnelStep) => (one: Parameters<typeof stepOf>[0]) => stepOf(one) === step;
		return {
			total: sum(alike),
			funnel: countSteps(alike, exchanged).map((counted) => ({
				...counted,
				ends: isBeforeGrant(counted.step)
					? countEnds(alike.filter(at(counted.step)), sum(goingOn.filter(at(counted.step))))
					: []
			})),
			byAsked: byAsked(alike, exchanged),
			byMake: byMake(alike, exchanged),
			unsupported: sum(alike.filter((sessions) => sessions.unsupported)),
			ends: countEnds(alike, sum(goingOn)),
			refusals: countRefusals(alike),
			namesUsers: named !== undefined
		};
	});
}

function isBeforeGrant(step: FunnelStep): boolean {
	return step !== 'granted' && step !== 'exchanged';
}

function byAsked(
	alike: readonly Alike[],
	exchanged: readonly Exchanged[]
): SessionInsights['byAsked'] {
	const place = (asked: Asked) => (typeof asked === 'number' ? -asked : asked === 'link' ? 1 : 2);
	return [...new Set(alike.map(askedBy))]
		.sort((one, other) => place(one) - place(other))
		.map((asked) => ({
			asked,
			steps: countSteps(
				alike.filter((sessions) => askedBy(sessions) === asked),
				exchanged.filter(({ version }) => (version ?? 'link') === asked)
			)
		}));
}

function byMake(
	alike: readonly Alike[],
	exchanged: readonly Exchanged[]
): SessionInsights['byMake'] {
	return [...new Set(alike.map(({ make }) => make))]
		.map((make) => ({
			make,
			steps: countSteps(
				alike.filter((sessions) => sessions.make === make),
				exchanged.filter((sessions) => sessions.make === make)
			)
		}))
		.sort((one, other) => (other.steps[0]?.reached ?? 0) - (one.steps[0]?.reached ?? 0));
}
