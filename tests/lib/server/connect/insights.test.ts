import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { sessionInsights } from '#lib/server/connect/insights.ts';
import { listSessions, SESSIONS_PER_PAGE } from '#lib/server/connect/session-list.ts';
import type { Context } from '#lib/server/context.ts';
import { vehicleAccounts } from '#lib/server/db/vehicle-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordSessions as record } from '../../../support/connect-sessions.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const MINUTE = 60_000;
async function create(): Promise<string> {
	const created = await createApplication(context, { name: 'Charge Planner' });
	if (!created.ok) throw new Error(created.kind);
	return created.clientId;
}

const reached = async (clientId: string) =>
	(await sessionInsights(context, clientId)).funnel.map(({ reached: count }) => count);

describe('listSessions', () => {
	it('tells of each session who, what and how it ended', async () => {
		const clientId = await create();
		await context.write(async ({ db }) =>
			db.insert(vehicleAccounts).values({
				id: 'owner',
				make: 'TESLA',
				username: 'owner@example.com',
				createdAt: REHEARSED_START
			})
		);
		await record(context, clientId, {
			id: 'one',
			scope: 'required:read_battery read_vin',
			screens: 'preamble login grant',
			user: 'user-7',
			make: 'TESLA',
			accountId: 'owner',
			outcome: 'granted',
			refused: ['read_vin'],
			endedAt: REHEARSED_START + 3000
		});
		expect((await listSessions(context, clientId, { page: 1 })).sessions).toEqual([
			{
				id: 'one',
				user: 'user-7',
				make: 'TESLA',
				username: 'owner@example.com',
				scope: 'required:read_battery read_vin',
				steps: [
					{ screen: 'preamble', at: REHEARSED_START },
					{ screen: 'login', at: REHEARSED_START + 1000 },
					{ screen: 'grant', at: REHEARSED_START + 2000 }
				],
				refused: ['read_vin'],
				asked: 'link',
				exchanged: null,
				end: 'granted',
				startedAt: REHEARSED_START,
				endedAt: REHEARSED_START + 3000
			}
		]);
	});

	it.each([
		[null, 0, 'going_on'],
		[null, LIFETIMES.session - 1, 'going_on'],
		[null, LIFETIMES.session, 'abandoned'],
		['access_denied', LIFETIMES.session, 'access_denied']
	])('a session with the outcome %s, last touched %i ms ago, is %s', async (outcome, ago, end) => {
		const clientId = await create();
		await record(context, clientId, { outcome, touchedAt: REHEARSED_START - ago });
		expect((await listSessions(context, clientId, { page: 1 })).sessions[0]?.end).toBe(end);
		expect((await sessionInsights(context, clientId)).ends).toEqual([{ end, count: 1 }]);
	});

	it('gives the newest first, 50 on a page, and the last page for one that is too high', async () => {
		const clientId = await create();
		const count = SESSIONS_PER_PAGE * 2 + 1;
		const sessions = Array.from({ length: count }, (_, n) => ({
			startedAt: REHEARSED_START + n * MINUTE
		}));
		await record(context, clientId, ...sessions);
		const [first, second, third, beyond, before] = await Promise.all(
			[1, 2, 3, 99, 0].map((page) => listSessions(context, clientId, { page }))
		);
		expect(first).toMatchObject({ page: 1, pages: 3, count });
		const times = [first, second, third].flatMap(
			(page) => page?.sessions.map(({ startedAt }) => startedAt) ?? []
		);
		expect(times).toEqual(sessions.map(({ startedAt }) => startedAt).reverse());
		expect(beyond).toEqual(third);
		expect(before).toEqual(first);
	});

	it('filters by end, by user, by both, and by having no user', async () => {
		const clientId = await create();
		await record(
			context,
			clientId,
			{ user: 'ann', outcome: 'granted' },
			{ user: 'ann', outcome: 'access_denied' },
			{ user: 'bob', outcome: 'granted' },
			{ user: '', touchedAt: REHEARSED_START - LIFETIMES.session },
			{}
		);
		const count = async (filter: object) =>
			(await listSessions(context, clientId, { page: 1, ...filter })).count;
		expect(await count({})).toBe(5);
		expect(await count({ end: 'granted' })).toBe(2);
		expect(await count({ end: 'abandoned' })).toBe(1);
		expect(await count({ end: 'going_on' })).toBe(1);
		expect(await count({ user: 'ann' })).toBe(2);
		expect(await count({ user: 'ann', end: 'access_denied' })).toBe(1);
		expect(await count({ user: null })).toBe(2);
		expect(await count({ user: 'nobody' })).toBe(0);
	});

	it('keeps to one application', async () => {
		const [mine, other] = [await create(), await create()];
		await record(context, other, { outcome: 'granted', screens: 'preamble' });
		expect(await listSessions(context, mine, { page: 1 })).toEqual({
			sessions: [],
			damaged: 0,
			page: 1,
			pages: 1,
			count: 0,
			edges: {}
		});
		expect(await sessionInsights(context, mine)).toMatchObject({
			total: 0,
			ends: [],
			byAsked: [],
			byMake: [],
			refusals: { seen: 0, denied: 0, permissions: [] },
			namesUsers: false
		});
	});
});

describe('sessionInsights', () => {
	it.each([
		['', null, [1, 0, 0, 0, 0, 0]],
		['preamble', null, [1, 0, 0, 0, 0, 0]],
		['preamble brand', null, [1, 1, 0, 0, 0, 0]],
		// Brands are skipped when the link names one.
		['preamble login', null, [1, 1, 1, 0, 0, 0]],
		['preamble brand unsupported', null, [1, 1, 0, 0, 0, 0]],
		['preamble unsupported', null, [1, 1, 0, 0, 0, 0]],
		['preamble brand unsupported login', null, [1, 1, 1, 0, 0, 0]],
		['preamble brand login grant', 'access_denied', [1, 1, 1, 1, 0, 0]],
		['preamble brand login grant', 'granted', [1, 1, 1, 1, 1, 0]],
		['preamble brand login grant finish', 'granted', [1, 1, 1, 1, 1, 0]],
		['preamble brand login', 'granted', [1, 1, 1, 1, 1, 0]],
		// The last page of a session that has nowhere to go back to.
		['preamble finish', 'access_denied', [1, 0, 0, 0, 0, 0]]
	])('steps “%s” and the outcome %s count as %j', async (screens, outcome, expected) => {
		const clientId = await create();
		await record(context, clientId, { screens, outcome });
		expect(await reached(clientId)).toEqual(expected);
	});

	it.each([
		// A new sign-in asks for no consent.
		['vehicle_id', 'login', 'signed_in_again'],
		['none', 'preamble login grant', 'granted']
	] as const)(
		'what asks for %s has no code to exchange',
		async (responseType, screens, outcome) => {
			const clientId = await create();
			await record(context, clientId, { responseType, screens, outcome });
			expect(await reached(clientId)).toEqual([1, 1, 1, 1, 1, 1]);
		}
	);

	it('counts the ends, most first, and the brands that are not supported', async () => {
		const clientId = await create();
		await record(
			context,
			clientId,
			{ outcome: 'access_denied' },
			{ outcome: 'granted' },
			{ outcome: 'granted' },
			{ screens: 'preamble brand unsupported', touchedAt: REHEARSED_START - LIFETIMES.session }
		);
		expect(await sessionInsights(context, clientId)).toMatchObject({
			total: 4,
			unsupported: 1,
			ends: [
				{ end: 'granted', count: 2 },
				{ end: 'abandoned', count: 1 },
				{ end: 'access_denied', count: 1 }
			]
		});
	});

	it('counts a refusal of the sessions that saw the consent, the largest share first', async () => {
		const clientId = await create();
		const scope = 'required:read_battery read_odometer read_vin';
		const screens = 'preamble login grant';
		await record(
			context,
			clientId,
			{ scope, screens, outcome: 'granted' },
			{ scope, screens, outcome: 'granted', refused: ['read_vin'] },
			{ scope: 'read_battery', screens, outcome: 'granted', refused: ['read_battery'] },
			// Who denies everything has refused no permission more than another.
			{ scope, screens, outcome: 'access_denied', refused: ['read_vin', 'read_odometer'] },
			{ scope, screens },
			{ scope, screens: 'preamble login', outcome: 'granted' },
			{ scope: '', screens: 'login', outcome: 'signed_in_again', responseType: 'vehicle_id' }
		);
		expect((await sessionInsights(context, clientId)).refusals).toEqual({
			seen: 5,
			denied: 1,
			permissions: [
				{ name: 'read_battery', seen: 1, refused: 1 },
				{ name: 'read_vin', seen: 4, refused: 1 },
				{ name: 'read_odometer', seen: 4, refused: 0 }
			]
		});
	});

	it('counts all sessions, of which a page shows some', async () => {
		const clientId = await create();
		const outcomes = ['granted', 'access_denied', null];
		await record(
			context,
			clientId,
			...Array.from({ length: 2 * SESSIONS_PER_PAGE + 1 }, (_, n) => ({
				scope: 'required:read_battery read_vin',
				outcome: outcomes[n % 3],
				refused: ['read_vin' as const],
				startedAt: REHEARSED_START + n
			}))
		);
		expect((await sessionInsights(context, clientId)).total).toBe(2 * SESSIONS_PER_PAGE + 1);
		const sizes = await Promise.all(
			[1, 2, 3].map(
				async (page) => (await listSessions(context, clientId, { page })).sessions.length
			)
		);
		expect(sizes).toEqual([SESSIONS_PER_PAGE, SESSIONS_PER_PAGE, 1]);
	});
});
