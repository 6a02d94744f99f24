import type { Opening } from '#lib/vehicles/state/openings.ts';
import { describe, expect, it } from 'vitest';
import { after, vehicleOf } from '../vehicles.ts';

const open = (what: Opening) => ({ event: 'open', what }) as const;
const close = (what: Opening) => ({ event: 'close', what }) as const;
const car = vehicleOf('simulated-phev');

describe('what opens', () => {
	it('closes alone, whatever else stands open', () => {
		const wide = after(car, open('sunroof'), open('rear-left-window'), open('charge-port'));
		expect(wide.state.open).toEqual(['sunroof', 'rear-left-window', 'charge-port']);
		expect(after(wide, close('rear-left-window')).state.open).toEqual(['sunroof', 'charge-port']);
	});

	it('twice is open once, and closed twice is closed', () => {
		const once = after(car, open('sunroof'), open('sunroof'));
		expect(once.state.open).toEqual(['sunroof']);
		expect(after(once, close('sunroof'), close('sunroof')).state.open).toEqual([]);
	});

	it.each<[Opening, boolean]>([
		['front-left-door', false],
		['rear-right-door', false],
		['front-trunk', false],
		['rear-trunk', false],
		['tailgate', false],
		['engine-cover', false],
		['front-left-window', true],
		['sunroof', true],
		['charge-port', true]
	])('%s leaves a locked vehicle locked: %s', (what, locked) => {
		expect(after(car, open(what)).state.lock.locked).toBe(locked);
	});

	it('of the charge port stays with the cable and goes with it', () => {
		const plugged = after(car, open('sunroof'), { event: 'plug-in' });
		expect(plugged.state.open).toEqual(['sunroof', 'charge-port']);
		expect(() => after(plugged, open('charge-port'))).toThrow('open: CHARGING_IN_PROGRESS');
		expect(after(plugged, open('rear-left-window')).state.open).toHaveLength(3);
		const waiting = after(plugged, { event: 'stop-charge' }, open('charge-port'));
		expect(waiting.state.open).toEqual(['sunroof', 'charge-port']);
		expect(after(plugged, { event: 'unplug' }).state.open).toEqual(['sunroof']);
	});

	it('of the charge port is shut before a drive, a window is not', () => {
		const left = after(car, open('sunroof'), open('charge-port'), { event: 'drive' });
		expect(left.state.open).toEqual(['sunroof']);
		expect(left.state.lock.locked).toBe(true);
	});

	it('may be closed on the way', () => {
		const left = after(car, open('front-right-window'), { event: 'drive' });
		expect(after(left, close('front-right-window')).state.open).toEqual([]);
	});
});
