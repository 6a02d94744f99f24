import { orderVehicle } from '#lib/server/fleet/order.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { describe, expect, it } from 'vitest';
import { useStorage } from '../../../support/storage.ts';
import { oneVehicle, vehicleNow, vehiclesOfLogin } from '../../../support/vehicles.ts';

const storage = useStorage();

async function kindOf(username: string, make: string) {
	const [id = ''] = await vehiclesOfLogin(storage.context, username, make);
	return vehicleNow(storage.context, id);
}

describe('the vehicles of the test logins', () => {
	it.each([
		['someone@example.com', 'TESLA', 'Model 3', 'BEV'],
		['someone@example.com', 'CHEVROLET', 'Volt', 'PHEV'],
		['someone@example.com', 'FORD', 'Mustang Mach-E', 'BEV'],
		['smartcar@successful-request.com', 'KIA', 'e-tron', 'BEV'],
		['0SCAUDI037A5ADB1C@phev.smartcar.com', 'KIA', 'e-tron', 'PHEV'],
		['0SCAUDI037A5ADB1C@fuel.smartcar.com', 'KIA', 'e-tron', 'ICE'],
		['0SCAUDI037A5ADB1C@incompatible.smartcar.com', 'KIA', 'e-tron', null]
	])('%s at %s has a %s, which is a %s', async (username, make, model, powertrain) => {
		const found = await kindOf(username, make);
		expect([found.model, found.profile.powertrain]).toEqual([model, powertrain]);
		expect(signalsOf(found.profile).size > 0).toBe(powertrain !== null);
	});

	it('have one life for one VIN, whichever account it is on', async () => {
		const [one, other] = await Promise.all(
			['bev', 'compatible'].map((level) =>
				kindOf(`0SCAUDI037A5ADB1C@${level}.smartcar.com`, 'AUDI')
			)
		);
		expect(one?.id).not.toBe(other?.id);
		expect(one?.life).toEqual(other?.life);
	});

	it('have a Ford that charges as soon as it is connected, and stops', async () => {
		const id = await oneVehicle(storage.context, 'FORD');
		for (const command of ['charge-start', 'charge-stop', 'security-lock', 'security-unlock']) {
			const ordered = await orderVehicle(storage.context, id, command, {});
			expect([command, ordered?.kind]).toEqual([command, 'changed']);
		}
	});

	it('have a Kia whose charge limit can be set', async () => {
		const id = await oneVehicle(storage.context, 'KIA');
		const ordered = await orderVehicle(storage.context, id, 'charge-set-limit', { percent: 90 });
		expect(ordered?.kind).toBe('changed');
	});
});
