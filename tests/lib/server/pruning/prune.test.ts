import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { createMachineClient } from '#lib/server/applications/machine-clients.ts';
import { issueMachineToken } from '#lib/server/connect/token/machine-token.ts';
import type { Context } from '#lib/server/context.ts';
import { sampleRuns } from '#lib/server/db/client-schema.ts';
import {
	authorizations,
	connections,
	machineTokens,
	tokenPairs
} from '#lib/server/db/connect-schema.ts';
import { consents } from '#lib/server/db/consent-schema.ts';
import {
	accountOwners,
	mails,
	owners,
	ownerSessions,
	signInCodes,
	signInFailures
} from '#lib/server/db/owner-schema.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { linkAccount } from '#lib/server/owners/accounts.ts';
import { versions } from '#lib/server/db/schema.ts';
import { pruneSome, ROWS_AT_A_TIME } from '#lib/server/pruning/prune.ts';
import { DAY } from '#lib/server/keep-days.ts';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordSessions } from '../../../support/connect-sessions.ts';
import { connect, newApplication, publishItems } from '../../../support/connect.ts';
import { ask, lastCode, ownerContext, SAM, submit, wrongFor } from '../../../support/owners.ts';
import { START, testContext, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(storage.context);
});

const TABLES = { sessions: connectSessions, tokenPairs, machineTokens, sampleRuns };
const STAYING = { authorizations, connections, consents, versions };

const count = (tables: Readonly<Record<string, SQLiteTable>>) =>
	storage.context.read(async ({ db }) => {
		const counts: Record<string, number> = {};
		for (const [name, table] of Object.entries(tables)) counts[name] = await db.$count(table);
		return counts;
	});

async function pruneAll(context: Context): Promise<void> {
	while (await pruneSome(context));
}

/** One of each, by the functions that write them. */
async function fill(): Promise<void> {
	const { context } = storage;
	await publishItems(context, clientId, 'tractionbattery-stateofcharge!');
	await connect(context, clientId);
	const created = await createMachineClient(context, clientId, 'Server');
	if (!created.ok) throw new Error(created.kind);
	await context.write(async (transaction) => {
		const { db, machineNow } = transaction;
		await issueMachineToken(transaction, created.id);
		const [authorization] = await db.select({ id: authorizations.id }).from(authorizations);
		await db.insert(tokenPairs).values({
			authorizationId: authorization?.id ?? 0,
			accessDigest: Buffer.alloc(32, 1),
			refreshDigest: Buffer.alloc(32, 2),
			issuedAt: machineNow,
			insertedAt: machineNow
		});
		await db.insert(sampleRuns).values({
			clientId,
			browserDigest: Buffer.alloc(32),
			stateDigest: Buffer.alloc(32),
			redirectUri: '',
			startedAt: machineNow
		});
	});
}

describe('pruneSome', () => {
	it('removes what is older than the settings say, and nothing that is younger', async () => {
		await fill();
		const all = { sessions: 1, tokenPairs: 1, machineTokens: 1, sampleRuns: 1 };
		const steps: readonly [age: number, left: typeof all][] = [
			[LIFETIMES.sampleRun, all],
			[LIFETIMES.sampleRun + 1, { ...all, sampleRuns: 0 }],
			[7 * DAY, { ...all, sampleRuns: 0 }],
			[7 * DAY + 1, { ...all, sampleRuns: 0, machineTokens: 0 }],
			[90 * DAY, { ...all, sampleRuns: 0, machineTokens: 0 }],
			[90 * DAY + 1, { sessions: 0, tokenPairs: 0, machineTokens: 0, sampleRuns: 0 }]
		];
		expect(await count(TABLES)).toEqual(all);
		for (const [age, left] of steps) {
			await pruneAll(storage.at(START + age));
			expect(await count(TABLES), `after ${age} ms`).toEqual(left);
		}
	});

	it('spares what got the number of an old row meanwhile', async () => {
		await fill();
		const others = ['KEEP_SESSIONS_DAYS', 'KEEP_CODES_DAYS', 'KEEP_MACHINE_TOKENS_DAYS'];
		const later = testContext(
			storage.engine,
			START + 90 * DAY + 1,
			Object.fromEntries(others.map((name) => [name, 'off']))
		);
		const replacing: Context = {
			...later,
			async read(work) {
				const found = await later.read(work);
				await later.write(async ({ db, machineNow }) => {
					const [pair] = await db.delete(tokenPairs).returning();
					if (pair) await db.insert(tokenPairs).values({ ...pair, insertedAt: machineNow });
				});
				return found;
			}
		};
		expect(await pruneSome(replacing)).toBe(true);
		expect(await count({ tokenPairs })).toEqual({ tokenPairs: 1 });
	});

	it('forgets a code, and keeps what its owner consented to', async () => {
		await fill();
		const read = () =>
			storage.context.read(async ({ db }) =>
				db
					.select({ code: authorizations.codeDigest, scope: authorizations.scope })
					.from(authorizations)
			);
		await pruneAll(storage.at(START + 30 * DAY));
		expect(await read()).toEqual([
			{ code: expect.any(Buffer), scope: 'read_battery read_odometer' }
		]);
		await pruneAll(storage.at(START + 9999 * DAY));
		expect(await read()).toEqual([{ code: null, scope: 'read_battery read_odometer' }]);
		const { connections: connected, ...rest } = await count(STAYING);
		expect(rest).toEqual({ authorizations: 1, consents: 1, versions: 1 });
		expect(connected).toBeGreaterThan(0);
	});

	it('forgets codes, mail and sign-ins of owners, and no owner', async () => {
		const owner = await ownerContext(storage.context);
		await linkAccount(owner, { make: 'TESLA', username: 'sam' });
		await ask(storage.at(START + DAY), { browser: 'another' });
		await submit(storage.at(START + DAY), 'ABC', { browser: 'another' });
		await submit(storage.at(START + DAY), wrongFor(await lastCode(storage.context)), {
			browser: 'another'
		});
		const left = () =>
			storage.context.read(async ({ db }) => ({
				codes: await db.$count(signInCodes),
				failures: await db.$count(signInFailures),
				sessions: await db.$count(ownerSessions),
				mails: await db.$count(mails),
				owners: await db.$count(owners),
				links: await db.$count(accountOwners)
			}));
		const all = { codes: 2, failures: 1, sessions: 1, mails: 2, owners: 1, links: 1 };
		const steps: readonly [age: number, left: typeof all][] = [
			[1, all],
			[1 + 1 / DAY, { ...all, sessions: 0 }],
			[8 + 1 / DAY, { ...all, sessions: 0, mails: 0 }],
			[30 + 1 / DAY, { ...all, sessions: 0, mails: 0, codes: 1 }],
			[31 + 1 / DAY, { ...all, sessions: 0, mails: 0, codes: 0, failures: 0 }]
		];
		for (const [age, expected] of steps) {
			await pruneAll(storage.at(START + age * DAY));
			expect(await left()).toEqual(expected);
		}
	});

	it('forgets wrong codes for an owner’s address when it forgets those for any other', async () => {
		await ownerContext(storage.context);
		const others = 'eve@example.org';
		await storage.context.write(async ({ db, machineNow: at }) => {
			const keys = [SAM, others].flatMap((key) => Array<string>(100).fill(key));
			await db
				.insert(signInFailures)
				.values(keys.map((addressKey, index) => ({ addressKey, client: `client ${index}`, at })));
		});
		/** What somebody is told who comes with a wrong code. */
		const told = async (day: number, address: string) => {
			const then = storage.at(START + day * DAY);
			await pruneAll(then);
			await ask(then, { address });
			return (await submit(then, wrongFor(await lastCode(then)))).kind;
		};
		for (const [day, kind] of [
			[29, 'too-short'],
			[31, 'wrong']
		] as const) {
			expect(await told(day, SAM), `day ${day}`).toBe(kind);
			expect(await told(day, others), `day ${day}`).toBe(kind);
		}
	});

	it('goes by the time of the machine, not by that of the rehearsal', async () => {
		await recordSessions(storage.context, clientId, {
			id: 'rehearsed',
			startedAt: START - 999 * DAY,
			insertedAt: START
		});
		await pruneAll(storage.context);
		expect(await count(TABLES)).toMatchObject({ sessions: 1 });
	});

	it('keeps everything where the settings say off', async () => {
		await fill();
		const env = {
			KEEP_SESSIONS_DAYS: 'off',
			KEEP_CODES_DAYS: 'off',
			KEEP_TOKENS_DAYS: 'off',
			KEEP_MACHINE_TOKENS_DAYS: 'off'
		};
		await pruneAll(testContext(storage.engine, START + 9999 * DAY, env));
		expect(await count(TABLES)).toMatchObject({ sessions: 1, tokenPairs: 1, machineTokens: 1 });
	});

	it('takes so many rows at a time, the oldest first', async () => {
		const rows = Array.from({ length: ROWS_AT_A_TIME + 1 }, (_, n) => ({
			id: `s-${n}`,
			startedAt: START - n
		}));
		await recordSessions(storage.context, clientId, ...rows);
		const later = storage.at(START + 91 * DAY);
		expect(await pruneSome(later)).toBe(true);
		const left = await storage.context.read(async ({ db }) =>
			db.select({ id: connectSessions.id }).from(connectSessions)
		);
		expect(left).toEqual([{ id: 's-0' }]);
		expect(await pruneSome(later)).toBe(true);
		expect(await pruneSome(later)).toBe(false);
	});

	it('writes nothing where nothing is old', async () => {
		await fill();
		const write = () => Promise.reject(new TypeError('Nothing is to be written.'));
		expect(await pruneSome({ ...storage.context, write })).toBe(false);
		const later = { ...storage.at(START + 9999 * DAY), write };
		await expect(pruneSome(later)).rejects.toThrow('Nothing is to be written.');
	});

	it('is done by several nodes at once', async () => {
		const rows = Array.from({ length: ROWS_AT_A_TIME * 2 }, (_, n) => ({ startedAt: START - n }));
		await recordSessions(storage.context, clientId, ...rows);
		const later = storage.at(START + 91 * DAY);
		await Promise.all([pruneAll(later), pruneAll(later), pruneAll(later)]);
		expect(await count(TABLES)).toMatchObject({ sessions: 0 });
	});
});
