import type { PermissionName } from '#lib/access/permission.ts';
import { readMonthlyLimit, updateMonthlyLimit } from '#lib/server/applications/monthly-calls.ts';
import { changePassword } from '#lib/server/connect/brand-passwords.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import type { Context } from '#lib/server/context.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { flushCalls } from '#lib/server/fleet/calls/flush.ts';
import { lastUsesOf } from '#lib/server/fleet/calls/last-uses.ts';
import { tallyCalls } from '#lib/server/fleet/calls/tally.ts';
import {
	callVehicle,
	vehicleCallsOf,
	type CalledItem,
	type CallTarget
} from '#lib/server/programs/vehicle-call.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication } from '../../../support/connect.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId: string;
let target: CallTarget;

beforeEach(async () => {
	({ context } = storage);
	clientId = await newApplication(context);
	await connect(context, clientId, {}, { username: 'owner@example.com' });
	const [row] = await context.read(({ db }) => db.select().from(connections));
	if (!row) throw new Error('Nothing is connected');
	const { id, vehicleId } = row;
	const granted = ['read_battery', 'read_odometer'] as const;
	target = { clientId, connectionId: id, vehicleId, mode: 'simulated', granted };
});

const item = (capable: boolean, ...permissions: readonly PermissionName[]): CalledItem => ({
	code: permissions.join(' '),
	permissions,
	capable: () => capable
});
const ODOMETER = item(true, 'read_odometer');
const VIN = item(true, 'read_vin');
const NO_BATTERY = item(false, 'read_battery');

const newEnvelope = () => ({ id: 'a-request', address: '127.0.0.1', origin: null });
const call = (...items: readonly CalledItem[]) =>
	callVehicle({ context, envelope: newEnvelope() }, target, items);
const kinds = async (...items: readonly CalledItem[]) =>
	(await call(...items))?.judgements.map(({ kind }) => kind);
const uses = async () => {
	await flushCalls(context);
	return Object.fromEntries(await lastUsesOf(context, target.connectionId));
};
const tally = async () => {
	await flushCalls(context);
	return tallyCalls(context, clientId);
};

describe('a call of a vehicle', () => {
	it('judges each item, counts as one, and notes what was used', async () => {
		const called = await call(VIN, ODOMETER, NO_BATTERY);
		expect(called?.vehicle).toMatchObject({ id: target.vehicleId, make: 'CHEVROLET' });
		expect(called?.judgements).toEqual([
			{ kind: 'not-granted', missing: ['read_vin'] },
			{ kind: 'allowed' },
			{ kind: 'not-capable' }
		]);
		expect(await uses()).toEqual({ read_odometer: REHEARSED_START });
		expect(await tally()).toEqual({ vehicles: 1, most: 1 });
	});

	it('is told of to those who ask for its request', async () => {
		const envelope = newEnvelope();
		expect(vehicleCallsOf(envelope)).toEqual([]);
		const first = await callVehicle({ context, envelope }, target, [VIN]);
		const second = await callVehicle({ context, envelope }, target, [ODOMETER]);
		expect(vehicleCallsOf(envelope)).toEqual(
			[first, second].map((called, index) => ({
				...target,
				...called,
				items: [[VIN], [ODOMETER]][index],
				at: REHEARSED_START
			}))
		);
	});

	it('is neither counted nor noted where the vehicle is not asked', async () => {
		await call(VIN, NO_BATTERY);
		await changePassword(context, target.vehicleId);
		await call(ODOMETER);
		expect(await uses()).toEqual({});
		expect(await tally()).toEqual({ vehicles: 0, most: 0 });
	});

	it('meets what became of account, vehicle and connection', async () => {
		await changePassword(context, target.vehicleId);
		expect((await call(ODOMETER))?.judgements).toEqual([
			{ kind: 'account', code: 'AUTHENTICATION_FAILED' }
		]);
		await connect(
			context,
			clientId,
			{ approval_prompt: 'force' },
			{ username: 'owner@example.com' }
		);
		expect(await kinds(ODOMETER)).toEqual(['allowed']);
		await context.write(({ db }) => db.update(vehicles).set({ fault: 'VEHICLE_STATE:ASLEEP' }));
		expect((await call(ODOMETER))?.judgements).toEqual([
			{ kind: 'fault', type: 'VEHICLE_STATE', code: 'ASLEEP' }
		]);
		await context.write(({ db }) => db.update(vehicles).set({ deletedAt: REHEARSED_START }));
		expect((await call(ODOMETER))?.judgements).toEqual([
			{ kind: 'account', code: 'VEHICLE_MISSING' }
		]);
		await disconnect(context, clientId, target.connectionId);
		expect(await call(ODOMETER)).toBeNull();
	});
});

describe('a plan', () => {
	it('is without a limit at first', async () => {
		expect(await readMonthlyLimit(context, clientId)).toBeNull();
	});

	it('lets through as many calls as it has, however many are made at once', async () => {
		await updateMonthlyLimit(context, clientId, 3);
		const all = await Promise.all(Array.from({ length: 8 }, () => kinds(ODOMETER)));
		const flat = all.flat();
		expect(flat.filter((kind) => kind === 'allowed')).toHaveLength(3);
		expect(flat.filter((kind) => kind === 'billing')).toHaveLength(5);
		expect(await tally()).toEqual({ vehicles: 1, most: 3 });
	});

	it('refuses all items of a call, but what was not granted', async () => {
		await updateMonthlyLimit(context, clientId, 0);
		expect(await kinds(VIN, ODOMETER, NO_BATTERY)).toEqual(['not-granted', 'billing', 'billing']);
		expect(await uses()).toEqual({});
	});

	it('begins anew with the month of the rehearsal', async () => {
		await updateMonthlyLimit(context, clientId, 1);
		expect([await kinds(ODOMETER), await kinds(ODOMETER)]).toEqual([['allowed'], ['billing']]);
		const later = storage.at(START + 31 * 24 * 3_600_000);
		const called = await callVehicle({ context: later, envelope: newEnvelope() }, target, [
			ODOMETER
		]);
		expect(called?.judgements).toEqual([{ kind: 'allowed' }]);
	});

	it('counts what was called before it was set', async () => {
		await call(ODOMETER);
		await flushCalls(context);
		await updateMonthlyLimit(context, clientId, 1);
		expect(await kinds(ODOMETER)).toEqual(['billing']);
	});
});
