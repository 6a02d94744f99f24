import type { AccountVehicle } from '#lib/connect/test-logins.ts';
import {
	findAccountId,
	rememberAccount,
	vehiclesOf
} from '#lib/server/connect/vehicle-accounts.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const KEY = { make: 'AUDI', username: 'Owner@Example.com' };
const vehicle = (vin: string, change: Partial<AccountVehicle> = {}): AccountVehicle => ({
	vin,
	make: 'AUDI',
	model: 'e-tron',
	year: 2020,
	level: 'compatible',
	fault: null,
	...change
});
const remember = (key: Parameters<typeof rememberAccount>[1], ...found: AccountVehicle[]) =>
	context.write((transaction) => rememberAccount(transaction, key, found));

describe('rememberAccount', () => {
	it('knows an account again, whatever the case of its name', async () => {
		const id = await remember(KEY);
		expect(await remember({ ...KEY, username: 'OWNER@example.com' })).toBe(id);
		expect(
			await context.read((transaction) =>
				findAccountId(transaction, { ...KEY, username: 'owner@EXAMPLE.com' })
			)
		).toBe(id);
	});

	it.each([
		{ ...KEY, make: 'TESLA' },
		{ ...KEY, username: 'owner@example.org' }
	])('takes %j for another account', async (other) => {
		const id = await remember(KEY);
		expect(await context.read((transaction) => findAccountId(transaction, other))).toBeNull();
		expect(await remember(other)).not.toBe(id);
	});

	it('keeps the vehicles of an account with their ids, and their newest level and fault', async () => {
		const id = await remember(KEY, vehicle('A'), vehicle('B'));
		const before = await context.read((transaction) => vehiclesOf(transaction, id, ['A', 'B']));
		await remember(KEY, vehicle('A', { level: 'bev', fault: 'X:Y', model: 'A4' }));
		const after = await context.read((transaction) => vehiclesOf(transaction, id, ['A', 'B']));
		expect(after).toEqual([{ ...before[0], level: 'bev', fault: 'X:Y' }, before[1]]);
	});
});

describe('vehiclesOf', () => {
	it('finds those that were asked for, of this account only, in the order in which they were named', async () => {
		const id = await remember(KEY, vehicle('C'), vehicle('A'), vehicle('B'));
		const other = await remember({ ...KEY, make: 'TESLA' }, vehicle('A'));
		const vins = async (account: string, ...wanted: string[]) =>
			(await context.read((transaction) => vehiclesOf(transaction, account, wanted))).map(
				({ vin }) => vin
			);
		expect(await vins(id, 'C', 'B', 'Z')).toEqual(['C', 'B']);
		expect(await vins(id, 'B', 'C', 'Z')).toEqual(['B', 'C']);
		expect(await vins(other, 'A', 'B', 'C')).toEqual(['A']);
		expect(await vins(id)).toEqual([]);
	});
});
