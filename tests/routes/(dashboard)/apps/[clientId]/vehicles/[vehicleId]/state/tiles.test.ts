import { describe, expect, it } from 'vitest';
import { tilesOf } from '../../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicles/[vehicleId]/state/tiles.ts';
import { after, vehicleOf } from '../../../../../../../lib/vehicles/vehicles.ts';

const told = (vehicle: ReturnType<typeof vehicleOf>) =>
	tilesOf(vehicle).map(({ icon, value, act, off }) => [icon, value, act, off]);

describe('the tiles of a vehicle', () => {
	it('say what is so and what turns it round', () => {
		expect(told(vehicleOf())).toEqual([
			['power', 'Awake', 'sleep', null],
			['motion', 'Parked', 'drive', null],
			['plug', 'Unplugged', 'plug-in', null],
			['charging', expect.stringMatching(/^Off, at \d+\u00a0%$/), 'start-charge', 'Plug in first.'],
			['locks', 'Locked', 'unlock', null],
			['openings', 'All closed', 'openings', null]
		]);
	});

	it('say what to do before an act that would fail', () => {
		const charging = told(after(vehicleOf(), { event: 'plug-in' }));
		expect(charging.map(([icon, , , off]) => [icon, off])).toEqual([
			['power', 'Stop charging first.'],
			['motion', 'Unplug first.'],
			['plug', null],
			['charging', null],
			['locks', null],
			['openings', null]
		]);
		expect(charging[3]?.[1]).toMatch(/^[\d.]+ kW, to 80\u00a0%$/);
	});

	it('mark what is under way', () => {
		const driving = tilesOf(after(vehicleOf(), { event: 'drive' }));
		expect(driving.filter(({ active }) => active).map(({ icon }) => icon)).toEqual(['motion']);
	});

	it('tell of fuel where there is nothing to charge', () => {
		const icons = tilesOf(vehicleOf('subaru-outback')).map(({ icon, act }) => [icon, act]);
		expect(icons[2]).toEqual(['fuel', 'refuel']);
		expect(icons[3]).toEqual(['reach', 'go-offline']);
	});
});
