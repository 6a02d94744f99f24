import { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { describe, expect, it } from 'vitest';

describe('an event', () => {
	it.each([
		{ event: 'drive' },
		{ event: 'drive', km: 0.5, minutes: 1 },
		{ event: 'drive', km: 1500, minutes: 1440 },
		{ event: 'drive', to: { latitude: -90, longitude: 180 } },
		{ event: 'plug-in', kind: 'DC', kw: 400 },
		{ event: 'plug-in', kw: 1 },
		{ event: 'set-charge-limit', percent: 50 },
		{ event: 'set-charge-limit', percent: 100 },
		{ event: 'set-amperage', amperes: 1 },
		{ event: 'set-amperage', amperes: 80 },
		{ event: 'set-climate', target: 15 },
		{ event: 'set-climate', target: 30 },
		{ event: 'trouble', code: 'U0A1F' },
		{ event: 'remove-schedule', id: 'x' },
		{ event: 'set', signals: { 'closure-islocked': { value: true } } }
	])('can be %j', (event) => {
		expect(VehicleEvent.parse(event)).toEqual(event);
	});

	it.each([
		{ event: 'fly' },
		{ event: 'park', km: 2 },
		{ event: 'drive', km: 0.4 },
		{ event: 'drive', km: 1501 },
		{ event: 'drive', minutes: 0.9 },
		{ event: 'drive', minutes: 1441 },
		{ event: 'drive', to: { latitude: 90.1, longitude: 0 } },
		{ event: 'plug-in', kw: 0.9 },
		{ event: 'plug-in', kw: 401 },
		{ event: 'set-charge-limit', percent: 49 },
		{ event: 'set-charge-limit', percent: 101 },
		{ event: 'set-charge-limit', percent: 80.5 },
		{ event: 'set-amperage', amperes: 0 },
		{ event: 'set-amperage', amperes: 81 },
		{ event: 'set-climate', target: 14 },
		{ event: 'set-climate', target: 31 },
		{ event: 'trouble', code: 'X0300' },
		{ event: 'remove-schedule', id: '' },
		{ event: 'remove-schedule', id: 'x'.repeat(81) },
		{ event: 'routine', routine: 'racing' },
		{ event: 'set', signals: { 'closure-islocked': true } }
	])('cannot be %j', (event) => {
		expect(VehicleEvent.safeParse(event).success).toBe(false);
	});
});
