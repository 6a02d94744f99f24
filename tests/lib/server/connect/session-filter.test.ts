import type { StepCount } from '#lib/connect/funnel.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { sessionInsights, type SessionInsights } from '#lib/server/connect/insights.ts';
import type { SessionFilter } from '#lib/server/connect/session-filter.ts';
import { listSessions } from '#lib/server/connect/session-list.ts';
import type { Context } from '#lib/server/context.ts';
import { authorizations } from '#lib/server/db/connect-schema.ts';
import { asc, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../support/codes.ts';
import { recordSessions } from '../../../support/connect-sessions.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

/** Ways that sessions go, in the columns that are counted. */
const WAYS = [
	{ screens: '' },
	{ screens: 'preamble' },
	{ screens: 'preamble', touchedAt: REHEARSED_START - LIFETIMES.session },
	{ screens: 'preamble brand unsupported', outcome: 'vehicle_incompatible' },
	{ screens: 'preamble brand' },
	{ screens: 'preamble brand login unsupported', outcome: 'vehicle_incompatible', make: 'FORD' },
	{ screens: 'preamble brand login', outcome: 'no_vehicles', make: 'FORD' },
	{ screens: 'preamble brand login grant', outcome: 'access_denied', make: 'TESLA' },
	{ screens: 'preamble brand login grant', make: 'TESLA' },
	{ screens: 'preamble login grant', outcome: 'granted', refused: ['read_vin' as const] },
	{ screens: 'preamble login', outcome: 'granted', make: 'TESLA' },
	{ screens: 'login', outcome: 'signed_in_again', responseType: 'vehicle_id' as const },
	{ screens: 'preamble grant', outcome: 'granted', responseType: 'none' as const }
];
const VERSIONS = [null, 1, 2];
const SCOPE = 'required:read_battery read_odometer read_vin';

let context: Context;
let clientId = '';
let insights: SessionInsights;

beforeEach(async () => {
	context = storage.context;
	({ clientId } = await createConnectedClient(context));
	const sessions = VERSIONS.flatMap((version) =>
		WAYS.map((way) => ({ scope: SCOPE, version, ...way }))
	);
	const giving = sessions.filter(
		({ outcome, responseType }) => outcome === 'granted' && responseType === undefined
	);
	await giveCodes(context, clientId, giving.length);
	const { id } = authorizations;
	const ids = await context.read(({ db }) =>
		db.select({ id }).from(authorizations).orderBy(asc(id))
	);
	const consents = new Map(giving.map((session, place) => [session, ids[place]?.id]));
	await context.write(async ({ db, now }) => {
		const exchanged = ids.filter((_, place) => place % 2 === 0).map((row) => row.id);
		await db.update(authorizations).set({ codeUsedAt: now }).where(inArray(id, exchanged));
	});
	await recordSessions(
		context,
		clientId,
		...sessions.map((session) => ({ ...session, authorizationId: consents.get(session) ?? null }))
	);
	insights = await sessionInsights(context, clientId);
});

/** How many pass a filter, all of which stand on one page. */
async function listed(filter: SessionFilter): Promise<number> {
	const { count, sessions } = await listSessions(context, clientId, { page: 1, ...filter });
	expect(sessions).toHaveLength(count);
	return count;
}

async function expectListed(steps: readonly StepCount[], filter: SessionFilter): Promise<void> {
	for (const { step, reached, left } of steps) {
		expect(await listed({ ...filter, reached: step }), `came to ${step}`).toBe(reached);
		if (step !== 'exchanged') {
			expect(await listed({ ...filter, left: step }), `came only to ${step}`).toBe(left);
		}
	}
}

describe('a list of sessions holds exactly those that are counted', () => {
	it('at each step, and at each drop', async () => {
		expect(insights.funnel.map(({ reached }) => reached)).toEqual([39, 30, 24, 18, 12, 9]);
		await expectListed(insights.funnel, {});
	});

	it('in each cell of a version, of the scope of a link and of a new sign-in', async () => {
		expect(insights.byAsked.map(({ asked }) => asked)).toEqual([2, 1, 'link', 'sign-in']);
		for (const { asked, steps } of insights.byAsked) await expectListed(steps, { asked });
	});

	it('in each cell of a brand, and of none', async () => {
		expect(insights.byMake.map(({ make }) => make)).toEqual([null, 'TESLA', 'FORD']);
		for (const { make, steps } of insights.byMake) await expectListed(steps, { make });
	});

	it('for each end, and for each end of a drop', async () => {
		expect(insights.ends.map(({ end }) => end).toSorted()).toEqual([
			'abandoned',
			'access_denied',
			'brand_unsupported',
			'going_on',
			'granted',
			'no_vehicles',
			'signed_in_again',
			'vehicle_incompatible'
		]);
		for (const { end, count } of insights.ends) expect(await listed({ end })).toBe(count);
		for (const { step, left, ends } of insights.funnel.slice(0, 4)) {
			expect(ends.reduce((total, { count }) => total + count, 0)).toBe(left);
			for (const { end, count } of ends) expect(await listed({ left: step, end })).toBe(count);
		}
	});

	it('for each permission that was shown, and that was refused', async () => {
		const { seen, denied, permissions } = insights.refusals;
		expect(await listed({ left: 'consent', end: 'access_denied' })).toBe(denied);
		expect([seen, denied]).toEqual([12, 3]);
		expect(permissions).toEqual([
			{ name: 'read_vin', seen: 12, refused: 3 },
			{ name: 'read_odometer', seen: 12, refused: 0 }
		]);
		for (const { name, seen, refused } of permissions) {
			expect(await listed({ seen: name })).toBe(seen);
			expect(await listed({ refused: name })).toBe(refused);
		}
	});
});

it('takes no permission for one whose name begins with its own', async () => {
	await recordSessions(context, clientId, {
		scope: 'read_charge_events',
		screens: 'grant',
		outcome: 'granted',
		refused: ['read_charge_events']
	});
	expect(await listed({ refused: 'read_charge' })).toBe(0);
	expect(await listed({ refused: 'read_charge_events' })).toBe(1);
});
