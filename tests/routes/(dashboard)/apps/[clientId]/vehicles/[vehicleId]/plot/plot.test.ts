import { stepsUntilNow } from '#lib/vehicles/trail/trail.ts';
import { describe, expect, it } from 'vitest';
import {
	niceTop,
	plotOf
} from '../../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicles/[vehicleId]/plot/plot.ts';
import { after, DAY, HOUR, later, vehicleOf } from '../../../../../../../lib/vehicles/vehicles.ts';

function plotAfter(vehicle: ReturnType<typeof vehicleOf>) {
	return plotOf(stepsUntilNow(vehicle.trail, vehicle.state), 80);
}

describe('the plot of a day', () => {
	it('shows a resting vehicle as a flat line over the whole width', () => {
		const plot = plotAfter(later(vehicleOf(), 2 * DAY));
		const [start = '', end = ''] = plot.level.split(' ');
		expect(start.split(',')[0]).toBe('0');
		expect(end.split(',')[0]).toBe('100');
		expect(start.split(',')[1]).toBe(end.split(',')[1]);
		expect(plot.stretches).toEqual([{ doing: 'parked', label: 'parked', from: 0, width: 100 }]);
		expect(plot.limit).toBe(20);
		expect(plot.drivenKm).toBe('0 km');
	});

	it('begins where the vehicle was connected', () => {
		const plot = plotAfter(later(vehicleOf(), 6 * HOUR));
		expect(plot.stretches).toEqual([{ doing: 'parked', label: 'parked', from: 75, width: 25 }]);
	});

	it('names what the vehicle did, and has the same points in its table', () => {
		const driven = later(after(later(vehicleOf(), DAY), { event: 'drive', km: 30 }), 2 * HOUR);
		const plot = plotAfter(driven);
		expect(plot.stretches.map(({ doing }) => doing)).toEqual(['parked', 'driving', 'parked']);
		expect(plot.points).toHaveLength(plot.level.split(' ').length);
		expect(plot.points.at(-1)).toMatchObject({ doing: 'parked', km: '30 km' });
		expect(plot.description).toContain('30 km driven');
		expect(plot.mostKm).toBe(40);
	});

	it.each([
		[0, 10],
		[10, 10],
		[11, 20],
		[66, 80],
		[101, 200],
		[799, 800]
	])('has a scale for %d km that ends at %d', (km, top) => {
		expect(niceTop(km)).toBe(top);
	});
});
