import { lookAtSignal } from '#lib/vehicles/platform/read.ts';
import { describe, expect, it } from 'vitest';
import { after, DAY, later, NOON, vehicleOf } from '../vehicles.ts';

const car = vehicleOf('ford-f-150');

describe('fuel', () => {
	it('fills the tank', () => {
		expect(after(car, { event: 'refuel' }).state.tank.liters).toBe(98);
		expect(() => after(car, { event: 'drive' }, { event: 'refuel' })).toThrow('IN_MOTION');
	});
});

describe('trouble', () => {
	it('is stored once, the newest first, until the workshop', () => {
		const first = later(after(car, { event: 'trouble', code: 'P0300' }), DAY);
		const troubled = after(
			first,
			{ event: 'trouble', code: 'B0020' },
			{ event: 'trouble', code: 'P0300' }
		);
		expect(troubled.state.troubles).toEqual([
			{ code: 'B0020', at: NOON + DAY },
			{ code: 'P0300', at: NOON }
		]);
		expect(lookAtSignal(troubled, 'diagnostics-airbag')).toMatchObject({ status: 'ALERT' });
		expect(lookAtSignal(troubled, 'diagnostics-abs')).toMatchObject({ status: 'OK' });
		expect(lookAtSignal(troubled, 'diagnostics-dtccount')).toEqual({ value: 2, unit: 'count' });
		expect(after(troubled, { event: 'service' }).state.troubles).toEqual([]);
	});
});

describe('the workshop', () => {
	it('pumps the tires, changes the oil and writes it down', () => {
		const stood = later(after(car, { event: 'routine', routine: 'parked' }), 200 * DAY);
		// Asleep it told nobody.
		expect(lookAtSignal(stood, 'diagnostics-tirepressure')).toMatchObject({ status: 'OK' });
		const worn = after(stood, { event: 'wake' });
		expect(lookAtSignal(worn, 'diagnostics-tirepressure')).toMatchObject({ status: 'ALERT' });
		expect(lookAtSignal(worn, 'lowvoltagebattery-status')).not.toEqual({ value: 'GOOD' });
		const served = after(worn, { event: 'service' });
		expect(lookAtSignal(served, 'diagnostics-tirepressure')).toMatchObject({ status: 'OK' });
		expect(lookAtSignal(served, 'internalcombustionengine-oillife')).toMatchObject({ value: 100 });
		expect(served.state.service.visits.map(({ at }) => at)).toEqual([
			NOON + 200 * DAY,
			car.state.service.visits[0]?.at
		]);
		expect(() => after(car, { event: 'drive' }, { event: 'service' })).toThrow('IN_MOTION');
	});

	it('warns of oil that is due', () => {
		const far = after(car, {
			event: 'set',
			signals: {
				'odometer-traveleddistance': { value: car.state.service.km + 15_000, unit: 'km' }
			}
		});
		expect(lookAtSignal(far, 'internalcombustionengine-oillife')).toMatchObject({ value: 6 });
		expect(lookAtSignal(far, 'diagnostics-oillife')).toMatchObject({ status: 'ALERT' });
		expect(lookAtSignal(far, 'diagnostics-washerfluid')).toMatchObject({ status: 'ALERT' });
		expect(lookAtSignal(car, 'diagnostics-oillife')).toMatchObject({ status: 'OK' });
	});
});
