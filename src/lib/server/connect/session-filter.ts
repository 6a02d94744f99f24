import type { PermissionName } from '#lib/access/permission.ts';
import {
	ABANDONED,
	BRAND_UNSUPPORTED,
	FUNNEL_STEPS,
	GOING_ON,
	GRANTED_OUTCOMES,
	STEP_OF_SCREEN,
	VEHICLE_INCOMPATIBLE,
	type Asked,
	type FunnelStep
} from '#lib/connect/funnel.ts';
import { aliveWithin, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { PASSED_SCREENS } from '#lib/connect/session-tally.ts';
import {
	and,
	eq,
	gt,
	inArray,
	isNotNull,
	isNull,
	lte,
	ne,
	not,
	notInArray,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import { authorizations } from '../db/connect-schema.ts';
import { connectSessions } from '../db/session-schema.ts';
import { userStart } from './user-start.ts';

/** What a list of sessions is narrowed to; what is undefined counts not. */
export interface SessionFilter {
	readonly end?: string | undefined;
	/** Null for the sessions without one. */
	readonly user?: string | null | undefined;
	/** The sessions that came to this step, or further. */
	readonly reached?: FunnelStep | undefined;
	/** The sessions that came to this step, and no further. */
	readonly left?: FunnelStep | undefined;
	readonly asked?: Asked | undefined;
	/** Brand key; null for the sessions in which none is known. */
	readonly make?: string | null | undefined;
	/** The sessions whose consent screen showed this permission as optional. */
	readonly seen?: PermissionName | undefined;
	/** The sessions that granted the rest without this permission. */
	readonly refused?: PermissionName | undefined;
}

/** The sessions of an application that pass a filter. */
export function passing(
	clientId: string,
	{ end, user, reached, left, asked, make, seen, refused }: SessionFilter,
	now: number
): SQL | undefined {
	return and(
		eq(connectSessions.clientId, clientId),
		end === undefined ? undefined : endsWith(end, now),
		user === undefined ? undefined : ofUser(user),
		reached === undefined ? undefined : cameTo(reached),
		left === undefined ? undefined : cameOnlyTo(left),
		asked === undefined ? undefined : askedFor(asked),
		make === undefined ? undefined : ofMake(make),
		seen === undefined ? undefined : sawOptional(seen),
		refused === undefined ? undefined : and(hasChoice(`-${refused}`), sawConsent())
	);
}

function endsWith(end: string, now: number): SQL | undefined {
	const { outcome, endedAt, touchedAt, make } = connectSessions;
	const { after, until } = aliveWithin(LIFETIMES.session, now);
	switch (end) {
		case GOING_ON:
			return and(isNull(outcome), isNull(endedAt), gt(touchedAt, after), lte(touchedAt, until));
		case ABANDONED:
			return and(
				isNull(outcome),
				or(isNotNull(endedAt), lte(touchedAt, after), gt(touchedAt, until))
			);
		case BRAND_UNSUPPORTED:
			return and(eq(outcome, VEHICLE_INCOMPATIBLE), isNull(make));
		case VEHICLE_INCOMPATIBLE:
			return and(eq(outcome, VEHICLE_INCOMPATIBLE), isNotNull(make));
		default:
			return eq(outcome, end);
	}
}

function ofUser(user: string | null): SQL | undefined {
	const start = userStart(user);
	if (start === null) return isNull(connectSessions.userStart);
	const found = eq(connectSessions.userStart, start);
	return start === user ? found : and(found, eq(connectSessions.user, user ?? ''));
}

const isGranted = () => inArray(connectSessions.outcome, [...GRANTED_OUTCOMES]);

const notGranted = () =>
	or(isNull(connectSessions.outcome), notInArray(connectSessions.outcome, [...GRANTED_OUTCOMES]));

/** That no code was asked for, or that it was exchanged. */
function isExchanged(): SQL {
	const { authorizationId, responseType } = connectSessions;
	const { id, codeUsedAt } = authorizations;
	return sql`(${ne(responseType, 'code')} or exists (
		select 1 from ${authorizations} where ${id} = ${authorizationId} and ${isNotNull(codeUsedAt)}
	))`;
}

/** Screens of a step and of those after it. */
function screensFrom(step: FunnelStep) {
	const place = FUNNEL_STEPS.indexOf(step);
	return PASSED_SCREENS.filter((screen) => FUNNEL_STEPS.indexOf(STEP_OF_SCREEN[screen]) >= place);
}

function cameTo(step: FunnelStep): SQL | undefined {
	switch (step) {
		case 'opened':
			return undefined;
		case 'granted':
			return isGranted();
		case 'exchanged':
			return and(isGranted(), isExchanged());
		default:
			return or(inArray(connectSessions.furthest, screensFrom(step)), isGranted());
	}
}

function cameOnlyTo(step: FunnelStep): SQL | undefined {
	const { furthest } = connectSessions;
	switch (step) {
		case 'opened':
			return and(notGranted(), or(isNull(furthest), eq(furthest, 'preamble')));
		case 'granted':
			return and(isGranted(), not(isExchanged()));
		case 'exchanged':
			return cameTo('exchanged');
		default:
			return and(notGranted(), inArray(furthest, screensFrom(step).slice(0, 1)));
	}
}

function askedFor(asked: Asked): SQL | undefined {
	const { version, responseType } = connectSessions;
	if (asked === 'sign-in') return eq(responseType, 'vehicle_id');
	const forConsent = ne(responseType, 'vehicle_id');
	return and(forConsent, asked === 'link' ? isNull(version) : eq(version, asked));
}

function ofMake(make: string | null): SQL {
	return make === null ? isNull(connectSessions.make) : eq(connectSessions.make, make);
}

const sawConsent = () => eq(connectSessions.furthest, 'grant');

function sawOptional(name: PermissionName): SQL | undefined {
	return and(sawConsent(), or(hasChoice(name), hasChoice(`-${name}`)));
}

/** A word of the choices, whole. */
function hasChoice(word: string): SQL {
	const pattern = `% ${word.replaceAll('_', '\\_')} %`;
	return sql`' ' || ${connectSessions.choices} || ' ' like ${pattern} escape '\\'`;
}
