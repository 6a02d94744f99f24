import type { Context } from '#lib/server/context.ts';
import { signInFailures } from '#lib/server/db/owner-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, lastCode, SAM, submit, wrongFor } from '../../../support/owners.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const MINUTE = 60_000;
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const countFailures = () => context.read(({ db }) => db.$count(signInFailures));

describe('limits', () => {
	const limited = (seconds: number, of: string) => ({ ok: false, wait: { of, seconds } });

	it('let an address have one code a minute, five an hour, ten a day', async () => {
		for (const minute of [0, 1, 2, 3, 4]) {
			const now = storage.at(START + minute * MINUTE);
			expect(await ask(now)).toMatchObject({ ok: true });
			expect(await ask(now, { address: 'SAM@example.org', client: '192.0.2.9' })).toMatchObject({
				ok: false
			});
		}
		expect(await ask(storage.at(START + 5 * MINUTE))).toEqual(limited(55 * 60, 'address'));
		expect(await ask(storage.at(START + 5 * MINUTE), { address: 'eve@example.org' })).toMatchObject(
			{
				ok: true
			}
		);
		for (const minute of [60, 61, 62, 63, 64]) {
			expect(await ask(storage.at(START + minute * MINUTE))).toMatchObject({ ok: true });
		}
		const evening = storage.at(START + 12 * 60 * MINUTE);
		expect(await ask(evening)).toEqual(limited(12 * 60 * 60, 'address'));
	});

	it('let a client ask for twenty in a quarter of an hour, whatever the address', async () => {
		for (let count = 0; count < 20; count += 1) {
			expect(await ask(context, { address: `sam${count}@example.org` })).toMatchObject({
				ok: true
			});
		}
		const other = { address: 'eve@example.org' };
		expect(await ask(context, other)).toEqual(limited(15 * 60, 'client'));
		expect(await ask(context, { ...other, client: '192.0.2.2' })).toMatchObject({ ok: true });
	});

	const failures = (
		count: number,
		client: (index: number) => string,
		addressKey = 'x@example.org'
	) =>
		context.write(async ({ db, machineNow }) => {
			const all = Array.from({ length: count }, (_, index) => ({
				...{ addressKey, client: client(index), at: machineNow - MINUTE }
			}));
			await db.insert(signInFailures).values(all);
		});

	it('listen to no client after twenty wrong codes, and to another all the same', async () => {
		await ask(context);
		const code = await lastCode(context);
		await failures(20, () => '192.0.2.1');
		const wait = { of: 'client', seconds: 14 * 60 };
		expect(await submit(context, code)).toEqual({ kind: 'wait', wait });
		expect((await submit(context, code, { client: '192.0.2.2' })).kind).toBe('signed-in');
	});

	it('listen to nobody after two hundred wrong codes from anywhere', async () => {
		await ask(context);
		const code = await lastCode(context);
		await failures(200, (index) => `192.0.2.${index + 10}`);
		expect(await submit(context, code)).toEqual({
			kind: 'wait',
			wait: { of: 'all', seconds: 59 * 60 }
		});
		expect(await countFailures()).toBe(200);
	});

	it('make codes too long to guess after a hundred wrong ones, until the owner signs in', async () => {
		await failures(99, (index) => `client ${index}`, SAM);
		await ask(context);
		const code = await lastCode(context);
		expect(code).toMatch(/^\d{3} \d{3}$/);
		await submit(context, wrongFor(code));
		await ask(storage.at(START + MINUTE));
		const long = await lastCode(context);
		expect(long).toMatch(/^([A-Z2-7]{5} ){5}[A-Z2-7]$/);
		expect((await submit(context, long.toLowerCase())).kind).toBe('signed-in');
		await ask(storage.at(START + 2 * MINUTE));
		expect(await lastCode(context)).toMatch(/^\d{3} \d{3}$/);
		// They count against who submitted them all the same.
		expect(await countFailures()).toBe(100);
	});

	it('are off for test runs, but for the tries', async () => {
		const settings = { ...context.settings, rateLimits: false };
		const off = (inner: Context): Context => ({
			...inner,
			write: (work) => inner.write((transaction) => work({ ...transaction, settings }))
		});
		await ask(off(context));
		expect(await ask(off(context))).toMatchObject({ ok: true });
		await failures(200, () => '192.0.2.1');
		const wrong = wrongFor(await lastCode(context));
		for (const left of [4, 3, 2, 1, 0]) {
			expect(await submit(off(context), wrong)).toEqual({ kind: 'wrong', left });
		}
		expect(await submit(off(context), wrong)).toEqual({ kind: 'over' });
	});
});
