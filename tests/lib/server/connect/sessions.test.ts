import type { SessionOutcome } from '#lib/connect/journey/end.ts';
import type { ConnectSession } from '#lib/connect/journey/session.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { begin } from '#lib/server/connect/journey/begin.ts';
import { createSession, endSession, findSession, takeStep } from '#lib/server/connect/sessions.ts';
import type { Context } from '#lib/server/context.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	BROWSER,
	ISSUER,
	newApplication,
	newTraveller,
	sessionOf,
	signInBy
} from '../../../support/connect.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const LIFE = LIFETIMES.session;
const PREAMBLE = { country: null, language: 'en' };
let session: ConnectSession;
beforeEach(async () => {
	session = await sessionOf(
		context,
		await newTraveller(context, await newApplication(context), { user: 'u-1' })
	);
});

const at = (time: number) => {
	context = storage.at(time);
};
const find = (browser: string | undefined = BROWSER, id = session.id) =>
	findSession(context, { id, browser, signIn: undefined });
const kindOf = async (browser?: string) => (await find(browser)).kind;

describe('createSession', () => {
	it('starts on the first screen, bound to the browser and grouped by user', async () => {
		expect(session.steps).toEqual([{ screen: 'preamble', at: REHEARSED_START }]);
		expect(session).toMatchObject({ make: null, accountId: null, language: null, country: null });
		const [row] = await context.read(async ({ db }) => db.select().from(connectSessions));
		expect(row).toMatchObject({
			user: 'u-1',
			startedAt: REHEARSED_START,
			touchedAt: REHEARSED_START,
			endedAt: null
		});
		expect(row?.browserDigest.toString()).not.toContain(BROWSER);
	});

	it('keeps two sessions of one browser apart', async () => {
		const other = await createSession(context, session.clientId, BROWSER, session.request);
		expect(other).not.toBe(session.id);
		await context.write((transaction) =>
			endSession(transaction, other, { outcome: 'access_denied' })
		);
		expect(await kindOf()).toBe('open');
	});
});

describe('findSession', () => {
	it('is for the browser that began it, and does not tell an unknown one apart', async () => {
		expect(await find()).toMatchObject({ kind: 'open' });
		for (const browser of ['another', '', undefined]) {
			const keys = { id: session.id, browser, signIn: undefined };
			expect(await findSession(context, keys)).toEqual({ kind: 'foreign' });
		}
		expect(await find(BROWSER, 'unknown')).toEqual({ kind: 'foreign' });
	});

	it.each([
		[LIFE - 1, 'open'],
		[LIFE, 'over'],
		[LIFE + 1, 'over'],
		// A clock that was set back a little ends nothing; one set back further does.
		[-60_000, 'open'],
		[-60_001, 'over']
	])('after %d ms without a step it is %s', async (milliseconds, kind) => {
		at(START + milliseconds);
		expect(await kindOf()).toBe(kind);
		expect(await kindOf('another')).toBe('foreign');
	});

	it('once found left alone, is over, should the clock go back', async () => {
		at(START + LIFE);
		expect(await kindOf('another')).toBe('foreign');
		expect(await kindOf()).toBe('over');
		at(START);
		expect(await kindOf()).toBe('over');
	});

	it('is over too where a step found it so', async () => {
		const traveller = { id: session.id, browser: BROWSER, signIn: undefined, issuer: ISSUER };
		at(START + LIFE);
		expect(await begin(context, traveller, PREAMBLE)).toEqual({ kind: 'lost' });
		at(START);
		expect(await begin(context, traveller, PREAMBLE)).toEqual({ kind: 'lost' });
	});

	it('grants nothing any more after ten minutes', async () => {
		const { traveller } = await signInBy(context, session.clientId);
		at(START + LIFE);
		expect(await allow(context, traveller)).toEqual({ kind: 'lost' });
	});

	it('counts from the last step', async () => {
		at(START + LIFE - 1);
		await context.write((transaction) => takeStep(transaction, session, 'brand'));
		at(START + LIFE + LIFE - 2);
		expect(await kindOf()).toBe('open');
		at(START + LIFE + LIFE - 1);
		expect(await kindOf()).toBe('over');
	});

	it('tells how it ended', async () => {
		at(START + 5);
		await context.write((transaction) =>
			endSession(transaction, session.id, { outcome: 'granted', refused: ['read_odometer'] })
		);
		expect(await find()).toMatchObject({
			kind: 'over',
			session: { outcome: 'granted', authorizationId: null, endedAt: REHEARSED_START + 5 }
		});
	});
});

describe('takeStep', () => {
	it('notes each screen once, with the time it was first reached', async () => {
		for (const [index, screen] of (['brand', 'login', 'brand'] as const).entries()) {
			at(START + index + 1);
			const found = await find();
			if (found.kind === 'open') {
				await context.write((transaction) => takeStep(transaction, found.session, screen));
			}
		}
		expect(await find()).toMatchObject({
			session: {
				steps: [
					{ screen: 'preamble', at: REHEARSED_START },
					{ screen: 'brand', at: REHEARSED_START + 1 },
					{ screen: 'login', at: REHEARSED_START + 2 }
				]
			}
		});
	});
});

describe('endSession', () => {
	it('ends a session once: whoever comes second changes nothing', async () => {
		const end = (outcome: SessionOutcome) =>
			context.write((transaction) => endSession(transaction, session.id, { outcome }));
		at(START + 1);
		expect(await end('access_denied')).toBe(true);
		at(START + 2);
		expect(await end('granted')).toBe(false);
		expect(await find()).toMatchObject({
			session: { outcome: 'access_denied', endedAt: REHEARSED_START + 1 }
		});
	});
});
