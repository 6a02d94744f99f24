import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { findFleetVehicle } from '#lib/server/fleet/fleet-page.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicles/cells/cells.ts';
import { beginProof, PROVABLE, type ProofRequest } from '../../../../../../support/proof.ts';
import { useSqlite } from '../../../../../../support/storage.ts';

// What a call is answered with is decided above the storage.
const storage = useSqlite();

/** Brings a vehicle back, whatever it does. */
const HOME: readonly VehicleEvent[] = [
	{ event: 'go-online' },
	{ event: 'wake' },
	{ event: 'park' },
	{ event: 'stop-charge' },
	{ event: 'close', what: 'rear-trunk' },
	{ event: 'close', what: 'front-left-door' },
	{ event: 'unplug' }
];

const STATES: readonly [string, readonly VehicleEvent[]][] = [
	['parked', []],
	['asleep', [{ event: 'sleep' }]],
	['offline', [{ event: 'go-offline' }]],
	['driving', [{ event: 'drive', km: 30 }]],
	['charging', [{ event: 'plug-in', kind: 'AC' }, { event: 'start-charge' }]],
	['with an open door', [{ event: 'open', what: 'front-left-door' }]]
];

const ITEMS = PROVABLE.filter(({ code }) => !['v2-vehicle-disconnect', 'v2-batch'].includes(code));
const COMMANDS = ITEMS.filter(({ kind }) => kind === 'command');

describe('a cell and a call', () => {
	it.each(STATES)('say the same of a vehicle that is %s', async (state, events) => {
		const proof = await beginProof(storage);
		const { clientId } = proof.client;
		const own = await ownId();
		const different: unknown[] = [];
		const seen = new Set<string>();
		const asked = state === 'parked' || state === 'charging' ? ITEMS : COMMANDS;
		for (const item of asked) {
			const request = await proof.prepare(item, PERMISSION_NAMES);
			// Reading leaves a vehicle as it is.
			const isFresh = item === asked[0] || item.kind === 'command';
			const before = isFresh ? [...HOME, ...events] : [];
			for (const event of before) await happenTo(proof.context(), own, event);
			const found = await findFleetVehicle(proof.context(), clientId, own);
			if (!found?.reach) throw new TypeError('Not connected');
			const { mark, status, code } = cellOf(found.reach.facts, found.vehicle, item);
			const answer = await send(request);
			const isSame = answer.status === status || (mark === 'granted' && answer.status < 300);
			const isNamed = code === null || answer.text.includes(`"${code}"`);
			if (!isSame || !isNamed) different.push([item.code, mark, status, code, answer]);
			seen.add(mark);
		}
		await proof.close();
		expect(different).toEqual([]);
		expect(seen.has('not-now')).toBe(true);
	});
});

async function ownId(): Promise<string> {
	const [row] = await storage.context.read(({ db }) => db.select().from(vehicles));
	return row?.id ?? '';
}

async function send({ method, url, body, token }: ProofRequest) {
	const response = await fetch(url, {
		method,
		headers: {
			authorization: `Bearer ${token}`,
			...(body !== undefined && { 'content-type': 'application/json' })
		},
		...(body !== undefined && { body: JSON.stringify(body) })
	});
	return { status: response.status, text: await response.text() };
}
