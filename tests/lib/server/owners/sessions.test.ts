import type { Context } from '#lib/server/context.ts';
import { ownerSessions } from '#lib/server/db/owner-schema.ts';
import { asOwner } from '#lib/server/owners/actor.ts';
import {
	endAllSessions,
	endSession,
	findVisit,
	listSessions,
	signOut
} from '#lib/server/owners/sessions.ts';
import { beforeEach, expect, it } from 'vitest';
import { ownerContext, signInOwner } from '../../../support/owners.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const at = (after: number) => storage.at(START + after);
const isIn = async (secret: string, after = 0) =>
	(await findVisit(at(after), secret)).signedIn !== null;

it('a sign-in lasts while its owner comes back within half an hour, and for a day at most', async () => {
	const secret = await signInOwner(context);
	expect(await isIn(secret, 30 * MINUTE)).toBe(false);
	for (let after = 0; after < 24 * HOUR; after += 29 * MINUTE) {
		expect(await isIn(secret, after)).toBe(true);
	}
	expect(await isIn(secret, 24 * HOUR)).toBe(false);
});

it('it is written down once a minute, not with every page', async () => {
	const secret = await signInOwner(context);
	const seen = async () =>
		(await context.read(({ db }) => db.select().from(ownerSessions)))[0]?.seenAt;
	await isIn(secret, MINUTE - 1);
	expect(await seen()).toBe(START);
	await isIn(secret, MINUTE);
	expect(await seen()).toBe(START + MINUTE);
});

it('nothing but its secret is it', async () => {
	const secret = await signInOwner(context);
	const [row] = await context.read(({ db }) => db.select().from(ownerSessions));
	expect(await isIn(secret)).toBe(true);
	for (const other of ['', row?.id ?? '', row?.digest.toString('base64url') ?? '', `${secret}x`]) {
		expect(await isIn(other)).toBe(false);
	}
	expect((await findVisit(context, undefined)).signedIn).toBeNull();
});

it('an owner sees their own sign-ins that last, and ends them', async () => {
	const first = await signInOwner(context, { browser: 'one' });
	const second = await signInOwner(at(20 * MINUTE), { browser: 'two' });
	const eve = await ownerContext(at(20 * MINUTE), { address: 'eve@example.org', browser: 'three' });
	const { signedIn: found } = await findVisit(at(20 * MINUTE), second);
	if (!found) throw new Error('Sam is signed in.');
	const sam = asOwner(at(20 * MINUTE), found.owner);
	const seen = await listSessions(sam);
	expect(seen).toMatchObject([
		{ id: found.sessionId, browser: 'Firefox, Linux', createdAt: START + 20 * MINUTE },
		{ createdAt: START, seenAt: START }
	]);
	expect(await listSessions(asOwner(at(31 * MINUTE), found.owner))).toHaveLength(1);
	const other = seen[1]?.id ?? '';
	expect(await endSession(eve, other)).toBe(false);
	expect(await isIn(first, 20 * MINUTE)).toBe(true);
	expect(await endSession(sam, other)).toBe(true);
	expect(await endSession(sam, other)).toBe(false);
	expect(await isIn(first, 20 * MINUTE)).toBe(false);
	await endAllSessions(sam);
	expect(await isIn(second, 20 * MINUTE)).toBe(false);
	expect(await listSessions(eve)).toHaveLength(1);
});

it('signing out ends the sign-in of that browser', async () => {
	const first = await signInOwner(context);
	const second = await signInOwner(at(MINUTE), { browser: 'another' });
	await signOut(context, first);
	expect(await isIn(first, MINUTE)).toBe(false);
	expect(await isIn(second, MINUTE)).toBe(true);
});

it('who runs the dashboard has no portal', async () => {
	await expect(listSessions(context)).rejects.toThrow('Only an owner has a portal.');
});
