import { createApplication, getApplication } from '#lib/server/applications/applications.ts';
import { readClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { flushCalls } from '#lib/server/fleet/calls/flush.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { findVehicle } from '#lib/server/fleet/vehicles.ts';
import { findVisit } from '#lib/server/owners/sessions.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { describe, expect, it } from 'vitest';
import { publishItems } from '../../../../support/connect.ts';
import { control } from '../../../../support/control.ts';
import { everything } from '../../../../support/everything.ts';
import { fillSandbox, type FullSandbox } from '../../../../support/full-sandbox.ts';
import { record, recorded } from '../../../../support/recorded.ts';
import { START } from '../../../../support/storage.ts';
import { useTwoNodes } from '../../../../support/two-nodes.ts';

const { one, other, heard } = useTwoNodes();

async function odometer(context: Context, { vehicleId, accessToken }: FullSandbox) {
	const authorization = `Bearer ${accessToken}`;
	const path = `/v2.0/vehicles/${vehicleId}/odometer`;
	const { status } = await askFromWithin(context, '192.0.2.1', path, {
		headers: { authorization }
	});
	return status;
}

describe.each([
	['the server that was asked', one],
	['another server of the database', other]
])('after a wipe, %s', (_, node) => {
	it('tells of nothing that it knew', async () => {
		const full = await fillSandbox(one());
		await heard();
		expect(await odometer(node(), full)).toBe(200);
		expect((await findVisit(node(), full.visit)).signedIn).not.toBeNull();
		await control(one(), 'wipe', {});
		await heard();
		expect(await odometer(node(), full)).toBe(401);
		expect(await findVehicle(node(), full.vehicleId)).toBeNull();
		expect(await getApplication(node(), full.clientId)).toBeNull();
		expect((await findVisit(node(), full.visit)).signedIn).toBeNull();
		expect(await readClock(node())).toMatchObject({ offsetMs: 0 });
	});

	it('writes down nothing that it had counted before', async () => {
		const full = await fillSandbox(one());
		await heard();
		record(node());
		await odometer(node(), full);
		const seed = { applications: [{ name: 'Anew', clientId: full.clientId }] };
		await control(one(START + 1), 'wipe', { seed });
		await heard();
		await flushCalls(node());
		expect(await recorded(node())).toEqual([]);
		const all = await everything(one());
		expect(all.get('vehicle_calls')).toEqual([]);
		expect(all.get('permission_uses')).toEqual([]);
	});
});

/** So that there are versions, which nothing but the end of their application removes. */
async function publishUnlessGone(context: Context, clientId: string): Promise<void> {
	try {
		await publishItems(context, clientId, 'vin');
	} catch (error) {
		if (await getApplication(context, clientId)) throw error;
	}
}

/** Counts up: what has a lower number came before. */
function useOrder() {
	let last = 0;
	return () => (last += 1);
}

it('leaves nothing from before it and takes nothing from after it, whatever goes on beside it', async () => {
	const next = useOrder();
	const created: { readonly clientId: string; readonly begun: number; readonly ended: number }[] =
		[];
	let goesOn = true;

	async function createOn(node: () => Context): Promise<void> {
		while (goesOn) {
			const begun = next();
			const made = await createApplication(node(), { name: 'One of many' });
			if (!made.ok) throw new TypeError(made.kind);
			created.push({ clientId: made.clientId, begun, ended: next() });
			await publishUnlessGone(node(), made.clientId);
		}
	}
	async function driveOn(node: () => Context): Promise<void> {
		while (goesOn) {
			const added = await control(node(), 'vehicles', { make: 'KIA' });
			await happenTo(node(), String(added.body.id), { event: 'unlock' });
			await control(node(), 'clock', { advance: '1m' });
		}
	}

	const beside = [one, other].flatMap((node) => [createOn(node), driveOn(node)]);
	let asked = 0;
	let answered = 0;
	async function wipeBeside(): Promise<void> {
		for (let count = 0; count < 5; count += 1) {
			const before = created.length;
			while (created.length < before + 4) await heard();
			asked = next();
			expect((await control(count % 2 === 0 ? one() : other(), 'wipe', {})).status).toBe(200);
			answered = next();
		}
	}
	await wipeBeside().finally(() => {
		goesOn = false;
		return Promise.all(beside);
	});

	const left = new Set((await everything(one())).get('applications')?.map((row) => row.clientId));
	const before = created.filter(({ ended }) => ended < asked);
	const after = created.filter(({ begun }) => begun > answered);
	expect(before.length).toBeGreaterThan(10);
	expect(before.filter(({ clientId }) => left.has(clientId))).toEqual([]);
	expect(after.filter(({ clientId }) => !left.has(clientId))).toEqual([]);
});
