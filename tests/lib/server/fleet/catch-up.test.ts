import { catchUp } from '#lib/server/fleet/catch-up.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { describe, expect, it } from 'vitest';
import { START, useStorage } from '../../../support/storage.ts';
import { oneVehicle, vehicleNow } from '../../../support/vehicles.ts';

const storage = useStorage();
const DAY = 86_400_000;

async function commuting(): Promise<string> {
	const id = await oneVehicle(storage.context);
	await happenTo(storage.context, id, { event: 'routine', routine: 'commuter' });
	return id;
}
const revisionAt = async (time: number, id: string) =>
	(await vehicleNow(storage.at(time), id)).revision;

describe('a life that is far behind', () => {
	it('is kept up to now once it was read, and is the same as before', async () => {
		const id = await commuting();
		const later = START + 40 * DAY;
		const read = await vehicleNow(storage.at(later), id);
		expect(read.revision).toBe(1);
		expect(await catchUp(storage.at(later))).toBe(false);
		const kept = await vehicleNow(storage.at(later), id);
		expect(kept).toEqual({ ...read, revision: 2 });
	});

	it('is kept once for as long as little happens', async () => {
		const id = await commuting();
		for (const days of [40, 40.5, 41]) {
			await revisionAt(START + days * DAY, id);
			await catchUp(storage.at(START + days * DAY));
		}
		expect(await revisionAt(START + 41 * DAY, id)).toBe(2);
	});

	it('is behind by what was read bit by bit, too', async () => {
		const id = await commuting();
		for (let day = 1; day < 30; day++) await revisionAt(START + day * DAY, id);
		await catchUp(storage.at(START + 30 * DAY));
		expect(await revisionAt(START + 30 * DAY, id)).toBe(2);
	});

	it('is none of a vehicle at rest, or of one to which little happened', async () => {
		const id = await oneVehicle(storage.context, 'KIA');
		const other = await commuting();
		expect(await revisionAt(START + 90 * DAY, id)).toBeNull();
		await revisionAt(START + DAY, other);
		expect(await catchUp(storage.at(START + DAY))).toBe(false);
		expect(await revisionAt(START + DAY, other)).toBe(1);
		expect(await revisionAt(START + 90 * DAY, id)).toBeNull();
	});
});
