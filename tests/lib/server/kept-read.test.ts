import type { Context, Transaction } from '#lib/server/context.ts';
import { isPostgres } from '#lib/server/db/engine-choice.ts';
import { milestones } from '#lib/server/db/schema.ts';
import { keptRead, MOST_KEPT } from '#lib/server/kept-read.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useTwoNodes } from '../../support/two-nodes.ts';

const { one, other, heard } = useTwoNodes();

const count = vi.fn(async ({ db }: Transaction, name: string) => {
	const rows = await db.select({ name: milestones.name }).from(milestones);
	return rows.filter((row) => row.name.startsWith(name)).length;
});
const keptCount = keptRead((name: string) => name, count);
const counted = (context: Context, name = 'm') =>
	context.read((transaction) => keptCount(transaction, name));
const add = (context: Context, name: string) =>
	context.write(({ db }) => db.insert(milestones).values({ name, reachedAt: 0 }).returning());

beforeEach(() => {
	count.mockClear();
});

describe('a read that is kept', () => {
	it('is not repeated while nothing is written', async () => {
		expect(await counted(one())).toBe(0);
		// Of PostgreSQL also what is written to another database of the server makes it begin anew.
		for (let before = NaN; before !== count.mock.calls.length;) {
			before = count.mock.calls.length;
			await heard();
			expect(await counted(one())).toBe(0);
		}
	});

	it('is another one for other storages and for what else is asked', async () => {
		await add(one(), 'n1');
		await heard();
		expect([await counted(one()), await counted(one(), 'n'), await counted(other())]).toEqual([
			0, 1, 0
		]);
		expect(count).toHaveBeenCalledTimes(3);
	});

	it('is repeated after every write, whichever server it was', async () => {
		for (const [writes, writer] of [one, other, one, one, other, other].entries()) {
			expect([await counted(one()), await counted(other())]).toEqual([writes, writes]);
			await add(writer(), `m${writes}`);
			await heard();
		}
		expect(await counted(other())).toBe(6);
	});

	it('goes on over what is only noted, but for its revision elsewhere', async () => {
		expect(await counted(one())).toBe(0);
		const before = await one().storage.revision();
		await one().note(({ db }) =>
			db.insert(milestones).values({ name: 'm1', reachedAt: 0 }).returning()
		);
		await heard();
		expect(await one().storage.revision()).not.toBe(before);
		expect([await counted(one()), await counted(other())]).toEqual([isPostgres ? 1 : 0, 1]);
		await add(one(), 'm2');
		await heard();
		expect(await counted(one())).toBe(2);
	});

	it('is repeated within what writes, which sees what it wrote', async () => {
		expect(await counted(one())).toBe(0);
		const within = one().write(async (transaction) => {
			await transaction.db.insert(milestones).values({ name: 'm1', reachedAt: 0 }).returning();
			expect(await keptCount(transaction, 'm')).toBe(1);
			expect(await counted(transaction)).toBe(1);
			throw new RangeError('taken back');
		});
		await expect(within).rejects.toThrow('taken back');
		expect(await counted(one())).toBe(0);
	});

	it('is kept for no more than a number of questions, the newest', async () => {
		const last = `n${MOST_KEPT}`;
		// Of the database itself so many would take minutes on a busy machine.
		const read = vi.fn((_transaction: Transaction, name: string) => Promise.resolve(name));
		await one().read(async (transaction) => {
			const numbered = keptRead((name: string) => name, read);
			for (let number = 0; number <= MOST_KEPT; number++) await numbered(transaction, `n${number}`);
			read.mockClear();
			await numbered(transaction, last);
			expect(read).not.toHaveBeenCalled();
			await numbered(transaction, 'n0');
			expect(read).toHaveBeenCalledTimes(1);
		});
	});

	it('is kept by what it weighs', async () => {
		await one().read(async (transaction) => {
			const heavy = keptRead(
				(name: string) => name,
				count,
				() => MOST_KEPT / 2
			);
			for (const name of ['a', 'b', 'c']) await heavy(transaction, name);
			// Asked for at the same moment, it weighs once.
			await Promise.all([heavy(transaction, 'd'), heavy(transaction, 'd')]);
			count.mockClear();
			for (const name of ['c', 'd']) await heavy(transaction, name);
			expect(count).not.toHaveBeenCalled();
			await heavy(transaction, 'b');
			expect(count).toHaveBeenCalledTimes(1);
		});
	});
});
