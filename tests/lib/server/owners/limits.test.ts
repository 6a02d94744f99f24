import type { Context } from '#lib/server/context.ts';
import { signInFailures } from '#lib/server/db/owner-schema.ts';
import { listOutbox } from '#lib/server/mail/mails.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, CLIENT, enter, lastCode, SAM, submit, wrongFor } from '../../../support/owners.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const MINUTE = 60_000;
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const countFailures = () => context.read(({ db }) => db.$count(signInFailures));

const at = (minute: number) => storage.at(START + minute * MINUTE);
const limited = (seconds: number, of: string) => ({ ok: false, wait: { of, seconds } });
const SHORT = /^\d{3} \d{3}$/;
const LONG = /^([A-Z2-7]{5} ){5}[A-Z2-7]$/;

const failures = (
	count: number,
	client: (index: number) => string,
	{ addressKey = 'x@example.org', knownBrowser = null as string | null } = {}
) =>
	context.write(async ({ db, machineNow }) => {
		const all = Array.from({ length: count }, (_, index) => ({
			...{ addressKey, knownBrowser, client: client(index), at: machineNow - MINUTE }
		}));
		await db.insert(signInFailures).values(all);
	});

describe('a stranger', () => {
	it('gets one code a minute for an address, five an hour, ten a day', async () => {
		for (const minute of [0, 1, 2, 3, 4]) {
			expect(await ask(at(minute))).toMatchObject({ ok: true });
			expect(await ask(at(minute), { address: 'SAM@example.org' })).toMatchObject({ ok: false });
		}
		expect(await ask(at(5))).toEqual(limited(55 * 60, 'here'));
		expect(await ask(at(5), { address: 'eve@example.org' })).toMatchObject({ ok: true });
		for (const minute of [60, 61, 62, 63, 64]) {
			expect(await ask(at(minute))).toMatchObject({ ok: true });
		}
		expect(await ask(at(12 * 60))).toEqual(limited(12 * 60 * 60, 'here'));
	});

	it('asks for twenty in a quarter of an hour, whatever the address', async () => {
		for (let count = 0; count < 20; count += 1) {
			expect(await ask(context, { address: `sam${count}@example.org` })).toMatchObject({
				ok: true
			});
		}
		const other = { address: 'eve@example.org' };
		expect(await ask(context, other)).toEqual(limited(15 * 60, 'client'));
		expect(await ask(context, { ...other, client: '192.0.2.2' })).toMatchObject({ ok: true });
	});

	it('who wrote twenty wrong codes is listened to, for a code that nobody guesses', async () => {
		await ask(context);
		const code = await lastCode(context);
		await failures(20, () => CLIENT);
		expect(await submit(context, code)).toEqual({ kind: 'too-short' });
		await ask(at(1));
		expect(await lastCode(context)).toMatch(LONG);
		expect((await submit(at(1), await lastCode(context))).kind).toBe('signed-in');
	});

	it('who asks from elsewhere needs no longer code for that', async () => {
		await failures(20, () => CLIENT);
		await ask(context, { client: '192.0.2.2' });
		const code = await lastCode(context);
		expect(code).toMatch(SHORT);
		expect((await submit(context, code, { client: '192.0.2.2' })).kind).toBe('signed-in');
	});

	it('gets longer codes after two hundred wrong ones from anywhere, for an hour', async () => {
		await ask(context);
		const code = await lastCode(context);
		await failures(200, (index) => `198.51.100.${index}`);
		expect(await submit(context, code)).toEqual({ kind: 'too-short' });
		await ask(at(1));
		expect(await lastCode(context)).toMatch(LONG);
		await ask(at(60));
		expect(await lastCode(context)).toMatch(SHORT);
	});

	it('gets longer codes for an address after a hundred wrong ones, until its owner signs in', async () => {
		await failures(99, (index) => `client ${index}`, { addressKey: SAM });
		await ask(context);
		const code = await lastCode(context);
		expect(code).toMatch(SHORT);
		await submit(context, wrongFor(code));
		expect(await submit(context, code)).toEqual({ kind: 'too-short' });
		await ask(at(1));
		const long = await lastCode(context);
		expect(long).toMatch(LONG);
		expect((await submit(context, long.toLowerCase())).kind).toBe('signed-in');
		await ask(at(2));
		expect(await lastCode(context)).toMatch(SHORT);
		// They count against who submitted them all the same.
		expect(await countFailures()).toBe(100);
	});

	it('makes nobody’s code longer by guessing at long ones', async () => {
		await failures(100, (index) => `client ${index}`, { addressKey: SAM });
		await ask(context);
		const wrong = (await lastCode(context)).replaceAll(/[A-Z]/g, '7');
		for (const left of [4, 3, 2, 1, 0]) {
			expect(await submit(context, wrong)).toEqual({ kind: 'wrong', left });
		}
		expect(await countFailures()).toBe(100);
	});
});

describe('strangers from many networks', () => {
	const network = (index: number) => ({
		client: `203.0.113.${index}`,
		browser: `stranger ${index}`
	});

	it('mail an address thirty times a day, and not once more', async () => {
		const answers = [];
		for (let index = 0; index < 40; index += 1) answers.push(await ask(at(index), network(index)));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
		expect(answers[30]).toMatchObject({ wait: { of: 'address' } });
		expect(await listOutbox(context)).toHaveLength(30);
	});

	it('cannot keep its reader from a code: the last mail makes a browser known', async () => {
		for (let index = 0; index < 30; index += 1) await ask(at(index), network(index));
		const mails = await listOutbox(context);
		const passes = mails.map(({ text }) => text.split('\n')[1] ?? '');
		const [pass = '', ...before] = passes;
		expect(before).toEqual(before.map(() => ''));
		const mine = { browser: 'mine', client: '192.0.2.77' };
		expect(await ask(at(30), mine)).toMatchObject({ ok: false, wait: { of: 'address' } });
		expect(await ask(at(30), { ...mine, known: pass })).toMatchObject({ ok: true });
		expect((await submit(at(30), await lastCode(context), mine)).kind).toBe('signed-in');
		// Whoever takes what room there is again sends another.
		await ask(at(24 * 60), network(50));
		expect((await listOutbox(context))[0]?.text.split('\n')[1]).not.toBe('');
	});

	it('guess at most a hundred times at an address, however many codes they hold', async () => {
		const wrong = '000000';
		for (let index = 0; index < 30; index += 1) await ask(context, network(index));
		const kinds = [];
		for (let index = 0; index < 30; index += 1) {
			for (let tried = 0; tried < 5; tried += 1) {
				const { client, browser } = network(index);
				kinds.push((await submit(context, wrong, { client, browser })).kind);
			}
		}
		expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(100);
		expect(kinds.filter((kind) => kind === 'too-short')).toHaveLength(50);
	});

	it('leave the code alone that another browser waits for', async () => {
		await ask(context);
		const code = await lastCode(context);
		for (let index = 0; index < 5; index += 1) await ask(context, network(index));
		expect((await submit(context, code)).kind).toBe('signed-in');
	});

	it('shut no browser out that is known, which goes on with six digits', async () => {
		const { known } = await enter(context);
		for (let index = 0; index < 30; index += 1) await ask(at(1), network(index));
		await failures(300, (index) => `198.51.100.${index}`, { addressKey: SAM });
		await failures(300, () => CLIENT);
		expect(await ask(at(2), network(99))).toEqual(limited(24 * 60 * 60 - 120, 'address'));
		expect(await ask(at(2), { known })).toMatchObject({ ok: true });
		const code = await lastCode(context);
		expect(code).toMatch(SHORT);
		expect(await submit(at(2), wrongFor(code))).toEqual({ kind: 'wrong', left: 4 });
		expect((await submit(at(2), code)).kind).toBe('signed-in');
		// What they guessed is not forgiven to them.
		await ask(at(3), { ...network(99), address: 'eve@example.org' });
		expect(await lastCode(context)).toMatch(LONG);
	});
});

describe('a browser that is known', () => {
	it('has limits of its own', async () => {
		const { known } = await enter(context);
		expect(await ask(context, { known })).toMatchObject({ ok: true });
		expect(await ask(context, { known, client: '192.0.2.2' })).toEqual(limited(60, 'browser'));
		for (const minute of [1, 2, 3, 4]) await ask(at(minute), { known });
		expect(await ask(at(5), { known })).toEqual(limited(55 * 60, 'browser'));
	});

	it('is a stranger to every other address', async () => {
		const { known } = await enter(context);
		const address = 'eve@example.org';
		expect(await ask(context, { known, address })).toMatchObject({ ok: true });
		expect(await ask(context, { known, address })).toEqual(limited(60, 'here'));
	});

	it('gets longer codes after a hundred wrong ones of its own, until it signs in', async () => {
		const { known } = await enter(context);
		const knownBrowser = known.split('.')[0] ?? '';
		await failures(100, () => CLIENT, { addressKey: SAM, knownBrowser });
		await ask(context, { known });
		expect(await lastCode(context)).toMatch(LONG);
		const signedIn = await submit(context, await lastCode(context));
		if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
		expect(signedIn.known).not.toBe(known);
		await ask(at(1), { known: signedIn.known });
		expect(await lastCode(context)).toMatch(SHORT);
	});

	it('leaves strangers their room, and what they did wrong', async () => {
		const { known } = await enter(context);
		await failures(100, (index) => `client ${index}`, { addressKey: SAM });
		await ask(at(1), { known });
		await submit(at(1), await lastCode(context));
		expect(await ask(at(1))).toMatchObject({ ok: true });
		expect(await lastCode(context)).toMatch(LONG);
	});
});

it('limits are off for test runs, but for the tries', async () => {
	const settings = { ...context.settings, rateLimits: false };
	const off = (inner: Context): Context => ({
		...inner,
		write: (work) => inner.write((transaction) => work({ ...transaction, settings }))
	});
	await ask(off(context));
	expect(await ask(off(context))).toMatchObject({ ok: true });
	await failures(200, () => CLIENT);
	const wrong = wrongFor(await lastCode(context));
	for (const left of [4, 3, 2, 1, 0]) {
		expect(await submit(off(context), wrong)).toEqual({ kind: 'wrong', left });
	}
	expect(await submit(off(context), wrong)).toEqual({ kind: 'over' });
});
