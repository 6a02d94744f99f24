import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';
import { parseChoices, PASSED_SCREENS, type PassedScreen } from '#lib/connect/session-tally.ts';
import { count, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { connectSessions } from '../db/session-schema.ts';
import { ABANDONED, GOING_ON, passing } from './session-ends.ts';

/** Outcomes after which the application has access. */
const GRANTED = 'granted';
const SIGNED_IN_AGAIN = 'signed_in_again';

const FUNNEL = [...PASSED_SCREENS, 'finish'] as const;

type FunnelScreen = (typeof FUNNEL)[number];

export interface SessionInsights {
	readonly total: number;
	/** Sessions that reached each screen, or a later one; `finish` is the end with access. */
	readonly funnel: readonly { readonly screen: FunnelScreen; readonly reached: number }[];
	/** Sessions that were told that nothing of theirs can be connected. */
	readonly unsupported: number;
	/** Ends with the number of sessions, most first. */
	readonly ends: readonly { readonly end: string; readonly count: number }[];
	/** Optional permissions of the sessions that were granted, most refused first. */
	readonly refusals: readonly RefusalCount[];
}

interface RefusalCount {
	readonly name: PermissionName;
	/** Granted sessions that asked for it as optional. */
	readonly asked: number;
	readonly refused: number;
}

/** Sessions that are the same in everything that is counted. */
interface Alike {
	readonly outcome: string | null;
	readonly furthest: PassedScreen | null;
	readonly unsupported: boolean;
	readonly choices: string | null;
	readonly count: number;
}

/** What all sessions of an application say together. */
export async function sessionInsights(
	context: Context,
	clientId: string
): Promise<SessionInsights> {
	return context.read(async ({ db, now }) => {
		const { outcome, furthest, unsupported, choices } = connectSessions;
		const alike = await db
			.select({ outcome, furthest, unsupported, choices, count: count() })
			.from(connectSessions)
			.where(eq(connectSessions.clientId, clientId))
			.groupBy(outcome, furthest, unsupported, choices);
		const goingOn = await db.$count(connectSessions, passing(clientId, { end: GOING_ON }, now));
		return {
			total: sum(alike),
			funnel: countScreens(alike),
			unsupported: sum(alike.filter((sessions) => sessions.unsupported)),
			ends: countEnds(alike, goingOn),
			refusals: countRefusals(alike)
		};
	});
}

function sum(alike: readonly { readonly count: number }[]): number {
	return alike.reduce((total, { count }) => total + count, 0);
}

function countEnds(alike: readonly Alike[], goingOn: number): SessionInsights['ends'] {
	const counts = new Map([
		[GOING_ON, goingOn],
		[ABANDONED, -goingOn]
	]);
	for (const { outcome, count } of alike) {
		const end = outcome ?? ABANDONED;
		counts.set(end, (counts.get(end) ?? 0) + count);
	}
	return [...counts]
		.map(([end, count]) => ({ end, count }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || (a.end < b.end ? -1 : 1));
}

/** Whoever came further has passed all that lies before, whether it was shown or skipped. */
function countScreens(alike: readonly Alike[]): SessionInsights['funnel'] {
	return FUNNEL.map((screen, place) => ({
		screen,
		reached: sum(alike.filter((sessions) => placeOf(sessions) >= place))
	}));
}

/** Place in {@link FUNNEL} of the furthest screen; -1 for none. */
function placeOf({ outcome, furthest }: Alike): number {
	if (outcome === GRANTED || outcome === SIGNED_IN_AGAIN) return FUNNEL.indexOf('finish');
	return furthest === null ? -1 : FUNNEL.indexOf(furthest);
}

function countRefusals(alike: readonly Alike[]): readonly RefusalCount[] {
	const made = alike.flatMap(({ choices, count }) =>
		parseChoices(choices ?? '').map((choice) => ({ ...choice, count }))
	);
	return PERMISSION_NAMES.map((name) => {
		const mine = made.filter((choice) => choice.name === name);
		return { name, asked: sum(mine), refused: sum(mine.filter(({ refused }) => refused)) };
	})
		.filter(({ asked }) => asked > 0)
		.sort((a, b) => b.refused - a.refused || b.asked - a.asked);
}
