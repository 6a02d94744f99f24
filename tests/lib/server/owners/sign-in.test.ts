import { CODE_LIFE } from '#lib/owners/sign-in-code.ts';
import type { Context } from '#lib/server/context.ts';
import type { Db } from '#lib/server/engine.ts';
import { owners, ownerSessions, signInCodes, signInFailures } from '#lib/server/db/owner-schema.ts';
import { SCHEMA } from '#lib/server/db/tables.ts';
import { findVisit, signOut } from '#lib/server/owners/sessions.ts';
import { findAwaited } from '#lib/server/owners/submit-code.ts';
import { listOutbox } from '#lib/server/mail/mails.ts';
import { is, Table } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, lastCode, SAM, signInOwner, submit, wrongFor } from '../../../support/owners.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const MINUTE = 60_000;
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const rows = <T extends SQLiteTable>(table: T) =>
	context.read(async ({ db }) => db.select().from(table));

describe('a code', () => {
	it('signs in whoever reads it, and makes them an owner at the first time', async () => {
		expect(await ask(context, { address: 'Sam@Example.org' })).toEqual({
			ok: true,
			until: START + CODE_LIFE
		});
		expect(await rows(owners)).toEqual([]);
		const code = await lastCode(context);
		expect(code).toMatch(/^\d{3} \d{3}$/);
		const signedIn = await submit(context, code);
		expect(signedIn).toEqual({
			kind: 'signed-in',
			secret: expect.stringMatching(/^[\w-]{43}$/),
			known: expect.any(String)
		});
		expect(await rows(owners)).toEqual([
			{ id: expect.any(String), address: 'Sam@Example.org', addressKey: SAM, createdAt: START }
		]);
		await signInOwner(storage.at(START + MINUTE), { address: 'SAM@example.org' });
		expect(await rows(owners)).toHaveLength(1);
		expect(await rows(ownerSessions)).toHaveLength(2);
	});

	it('is sent to the address in small letters, whatever was typed', async () => {
		await ask(context, { address: 'Sam@Example.org' });
		expect((await listOutbox(context)).map(({ to }) => to)).toEqual([SAM]);
	});

	it('is used once', async () => {
		await ask(context);
		const code = await lastCode(context);
		expect((await submit(context, code)).kind).toBe('signed-in');
		expect(await submit(storage.at(START + 30_000), code)).toEqual({ kind: 'over' });
		expect(await rows(ownerSessions)).toHaveLength(1);
	});

	it('by a second click leads to the sign-in that stands, and to none that ended', async () => {
		await ask(context);
		const code = await lastCode(context);
		const first = await submit(context, code);
		if (first.kind !== 'signed-in') throw new Error(first.kind);
		const again = await submit(context, code, { former: first.secret });
		expect(again).toMatchObject({ kind: 'signed-in', secret: first.secret });
		expect(await submit(context, code, { browser: 'another' })).toEqual({ kind: 'over' });
		await signOut(context, first.secret);
		expect(await submit(context, code)).toEqual({ kind: 'over' });
		expect(await rows(ownerSessions)).toEqual([]);
	});

	it('that was used is not guessed either', async () => {
		await ask(context);
		const code = await lastCode(context);
		await submit(context, code);
		for (let tried = 0; tried < 5; tried += 1) {
			expect(await submit(context, wrongFor(code))).toEqual({ kind: 'over' });
		}
		expect(await submit(context, code)).toEqual({ kind: 'over' });
	});

	it('that another took the place of leads nowhere by a second click', async () => {
		await ask(context);
		const code = await lastCode(context);
		await ask(storage.at(START + MINUTE), { browser: 'next', former: 'a browser' });
		expect(await submit(storage.at(START + MINUTE), code)).toEqual({ kind: 'over' });
	});

	it('submitted fifty times at once makes one sign-in', async () => {
		await ask(context);
		const code = await lastCode(context);
		const all = await Promise.all(Array.from({ length: 50 }, () => submit(context, code)));
		const secrets = all.map((one) => (one.kind === 'signed-in' ? one.secret : one.kind));
		expect(new Set(secrets).size).toBe(1);
		expect(await rows(ownerSessions)).toHaveLength(1);
		expect((await findVisit(context, secrets[0])).signedIn).not.toBeNull();
	});

	it('is no good in another browser, nor without what it was asked with', async () => {
		await ask(context);
		const code = await lastCode(context);
		expect(await submit(context, code, { browser: 'another' })).toEqual({ kind: 'over' });
		expect(await submit(context, code, { browser: undefined })).toEqual({ kind: 'over' });
		await ask(context, { address: 'eve@example.org', browser: 'another' });
		expect(await submit(context, code, { browser: 'another' })).toEqual({ kind: 'wrong', left: 4 });
		expect((await submit(context, code)).kind).toBe('signed-in');
	});

	it.each([
		[CODE_LIFE - 1, 'signed-in'],
		[CODE_LIFE, 'over']
	])('after %d ms by the machine it is %s', async (after, kind) => {
		await ask(context);
		const code = await lastCode(context);
		expect((await submit(storage.at(START + after), code)).kind).toBe(kind);
	});

	it('dies of five wrong ones, which the right one does not mend', async () => {
		await ask(context);
		const code = await lastCode(context);
		for (const left of [4, 3, 2, 1, 0]) {
			expect(await submit(context, wrongFor(code))).toEqual({ kind: 'wrong', left });
		}
		expect(await submit(context, code)).toEqual({ kind: 'over' });
		expect(await rows(signInFailures)).toHaveLength(5);
	});

	it('gets five tries from any number at once', async () => {
		await ask(context);
		const wrong = wrongFor(await lastCode(context));
		const all = await Promise.all(Array.from({ length: 20 }, () => submit(context, wrong)));
		expect(all.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
		expect((await rows(signInCodes)).map(({ tries }) => tries)).toEqual([5]);
	});

	it('is replaced by the next one that its browser asks for, whatever the address', async () => {
		for (const address of [SAM, 'eve@example.org']) {
			const now = storage.at(START + 2 * MINUTE);
			await ask(context, { address, browser: 'former' });
			const code = await lastCode(context);
			await ask(now, { browser: 'next', former: 'former', client: address });
			expect(await submit(now, code, { browser: 'former' })).toEqual({ kind: 'over' });
			const next = await lastCode(context);
			expect((await submit(now, next, { browser: 'next' })).kind).toBe('signed-in');
		}
	});

	it('of several that are asked for at once from one place is one alone', async () => {
		await Promise.all(
			Array.from({ length: 20 }, (_, index) => ask(context, { browser: `browser ${index}` }))
		);
		expect((await rows(signInCodes)).filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
		expect(await listOutbox(context)).toHaveLength(1);
	});

	it('stands nowhere in the database', async () => {
		await ask(context);
		const code = (await lastCode(context)).replace(' ', '');
		const secret = (await submit(context, code)).kind;
		expect(secret).toBe('signed-in');
		for (const table of Object.values(SCHEMA)) {
			if (!is(table, Table)) continue;
			const text = JSON.stringify(await context.read(({ db }) => db.select().from(table)));
			expect(text).not.toContain(code);
			expect(text).not.toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
		}
	});
});

describe('whether an address is known', () => {
	/** The same context, which writes down what is asked of the database. */
	function watched(inner: Context) {
		const asked: string[] = [];
		const write: Context['write'] = (work) =>
			inner.write((transaction) => work({ ...transaction, db: watch(transaction.db, asked) }));
		return { asked, context: { ...inner, write } };
	}

	function watch(db: Db, asked: string[]): Db {
		return new Proxy(db, {
			get(target, method: keyof Db) {
				asked.push(method);
				const value: unknown = Reflect.get(target, method);
				return typeof value === 'function' ? value.bind(target) : value;
			}
		});
	}

	it('changes nothing in what asking does and answers', async () => {
		await signInOwner(context);
		const later = storage.at(START + MINUTE);
		const known = watched(later);
		const unknown = watched(later);
		const other = { address: 'eve@example.org', browser: 'another' };
		expect(await ask(unknown.context, other)).toEqual(await ask(known.context));
		// One for each limit, to write the code and the mail: the same for both, whatever it takes.
		expect(known.asked.length).toBeGreaterThan(5);
		expect(unknown.asked).toEqual(known.asked);
		const inOrder = (await rows(signInCodes)).toSorted((one, another) => one.id - another.id);
		const [forUnknown, forKnown] = inOrder.slice(-2);
		const plain = { id: 0, address: '', addressKey: '', codeDigest: null, browserDigest: null };
		expect({ ...forUnknown, ...plain }).toEqual({ ...forKnown, ...plain });
		expect(await rows(owners)).toHaveLength(1);
	});

	it('changes nothing in what a wrong code does and answers', async () => {
		await signInOwner(context);
		const later = storage.at(START + MINUTE);
		const known = watched(later);
		const unknown = watched(later);
		const browser = 'another';
		await ask(later);
		const wrong = wrongFor(await lastCode(later));
		await ask(later, { address: 'eve@example.org', browser });
		const other = wrongFor(await lastCode(later));
		expect(await submit(unknown.context, other, { browser })).toEqual(
			await submit(known.context, wrong)
		);
		expect(known.asked.length).toBeGreaterThan(3);
		expect(unknown.asked).toEqual(known.asked);
	});
});

describe('a sign-in', () => {
	it('ends the one that the browser had, which is not gone on with', async () => {
		const former = await signInOwner(context);
		const later = storage.at(START + MINUTE);
		await ask(later, { address: 'eve@example.org' });
		const next = await submit(later, await lastCode(context), { former });
		if (next.kind !== 'signed-in') throw new Error(next.kind);
		expect(next.secret).not.toBe(former);
		expect((await findVisit(later, former)).signedIn).toBeNull();
		expect((await findVisit(later, next.secret)).signedIn?.owner.address).toBe('eve@example.org');
	});

	it('ends none where the code was wrong', async () => {
		const former = await signInOwner(context);
		await ask(storage.at(START + MINUTE));
		await submit(context, wrongFor(await lastCode(context)), { former });
		expect((await findVisit(context, former)).signedIn).not.toBeNull();
	});
});

it('a browser is told of the code that it waits for', async () => {
	expect(await findAwaited(context, undefined)).toBeNull();
	expect(await findAwaited(context, 'a browser')).toBeNull();
	await ask(context, { address: 'Sam@Example.org' });
	const awaited = { address: 'Sam@Example.org', until: START + CODE_LIFE, good: true };
	expect(await findAwaited(context, 'a browser')).toEqual(awaited);
	const over = await findAwaited(storage.at(START + CODE_LIFE), 'a browser');
	expect(over).toEqual({ ...awaited, good: false });
	expect(await findAwaited(context, 'another')).toBeNull();
});
