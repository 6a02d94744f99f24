import { officialCatalog } from '#lib/access/catalog/official.ts';
import { MEANINGS } from '#lib/access/needs/meanings.ts';
import { readNeeds } from '#lib/access/needs/read-needs.ts';
import { readWords } from '#lib/access/pasted/read-words.ts';
import { describe, expect, it } from 'vitest';
import { aside, read, said, understood } from './context.ts';

/** What of a text asks for nothing that is known. */
const others = (text: string) =>
	readWords(text, officialCatalog).others.map(({ asked, from }) => [asked.kind, from]);

const codes = (text: string) => read(text).request?.items.map(({ code }) => code);

describe('a list in words', () => {
	it('is read as signals, with the permissions they need', () => {
		const text = 'battery level, odometer, where it is parked';
		expect(read(text).request?.items).toEqual([
			{ words: 'battery level', code: 'tractionbattery-stateofcharge' },
			{ words: 'odometer', code: 'odometer-traveleddistance' },
			{ words: 'where it is parked', code: 'location-preciselocation' }
		]);
		expect(understood(text)).toBe('read_battery read_location read_odometer');
		expect(read(text)).toMatchObject({
			problems: [],
			setAside: [],
			fix: 'read_battery read_location read_odometer'
		});
	});

	it.each([
		['State of charge', 'tractionbattery-stateofcharge'],
		['the battery', 'tractionbattery-stateofcharge'],
		['SoC', 'tractionbattery-stateofcharge'],
		['how far it went: mileage', 'odometer-traveleddistance'],
		['current odometer reading', 'odometer-traveleddistance'],
		['Is it plugged in?', 'charge-ischargingcableconnected'],
		['plug status', 'charge-ischargingcableconnected'],
		['Location', 'location-preciselocation'],
		['GPS position', 'location-preciselocation'],
		['odometer information', 'odometer-traveleddistance'],
		['alerts', 'v2-alerts'],
		['odometer '.repeat(12), 'odometer-traveleddistance'],
		[`odometer${' '.repeat(104)}odometer`, 'odometer-traveleddistance'],
		['fuel', 'internalcombustionengine-fuellevel'],
		['tyre pressure', 'wheel-tires'],
		['tire pressure', 'wheel-tires'],
		['oil life', 'internalcombustionengine-oillife'],
		['trouble codes', 'diagnostics-dtclist'],
		['speed of the car', 'motion-currentspeed'],
		['lock the doors', 'security-lock'],
		['Unlock the car', 'security-unlock'],
		['start charging', 'charge-start'],
		['odometer-traveleddistance', 'odometer-traveleddistance'],
		['/v2.0/vehicles/{id}/tires/pressure', 'wheel-tires'],
		['tractionbattery-stateofcharge', 'tractionbattery-stateofcharge']
	])('“%s” is %s', (text, code) => {
		expect(codes(text)).toContain(code);
	});

	it.each([
		['1. Fuel\n2. Odometer', 2],
		['- Fuel\n- Odometer', 2],
		['Fuel and odometer.', 2],
		['Fuel; odometer • range', 3],
		['fuel, fuel', 1]
	])('is taken apart: %j', (text, count) => {
		expect(codes(text)).toHaveLength(count);
	});

	it('sets aside what no item is called', () => {
		const text = 'odometer, fuel, colour of the moon';
		expect(codes(text)).toHaveLength(2);
		expect(aside(text)).toEqual(['colour of the moon: No signal or command is called so.']);
	});

	it.each([
		['in JSON', '["tractionbattery-stateofcharge", "odometer-traveleddistance"]'],
		[
			'in code',
			'const codes = {soc: "tractionbattery-stateofcharge", km: "odometer-traveleddistance"} = x;'
		]
	])('is read by its codes %s', (_, text) => {
		expect(codes(text)).toEqual(['tractionbattery-stateofcharge', 'odometer-traveleddistance']);
		expect(said(text)).toEqual([]);
	});

	it('tells of a file, whose Required is not read here', () => {
		const file =
			'{"version": 1, "items": [{"code": "odometer-traveleddistance", "required": true}]}';
		expect(codes(file)).toEqual(['odometer-traveleddistance']);
		expect(said(file)).toEqual(['warning file']);
	});

	it.each(['all', 'control', 'control_', 'commands', 'everything', '80 %', '°'])(
		'is none by a word as wide as “%s”',
		(text) => {
			expect(codes(text) ?? []).toEqual([]);
		}
	);

	it.each(['hello world', 'the car', 'lorem ipsum, dolor, sit, odometer', '…'])(
		'is none in “%s”',
		(text) => {
			expect(read(text).request).toBeNull();
			expect(read(text).problems.length).toBeGreaterThan(0);
		}
	);

	it.each(['odometer '.repeat(13), `odometer${' '.repeat(105)}odometer`, 'status information'])(
		'holds no phrase such as %j',
		(phrase) => {
			expect(others(phrase)).toEqual([['unknown', phrase.trim().slice(0, 120)]]);
		}
	);

	it('may have nothing between two signs', () => {
		expect(others('fuel, , odometer')).toEqual([]);
	});

	it('sets aside what may mean several items, with their names, and what is not needed', () => {
		const text = 'odometer, fuel, temperature, no location';
		expect(codes(text)).toHaveLength(2);
		expect(aside(text)).toEqual([
			'temperature: It may mean External temperature, Internal temperature, Cabin target temperature: write which.',
			'no location: It says what is not needed.'
		]);
	});

	it('means what the same words mean to who pastes them into Vehicle Access', () => {
		for (const [code, phrases] of Object.entries(MEANINGS)) {
			for (const phrase of phrases) {
				const meant = readNeeds(phrase, officialCatalog).needs.flatMap(({ codes }) => codes);
				expect([phrase, codes(phrase)]).toEqual([phrase, meant]);
				expect([phrase, meant]).toEqual([phrase, [code]]);
			}
		}
	});

	it('is read as far as anybody would write one', () => {
		const { items, others } = readWords('zzz\n'.repeat(1000), officialCatalog);
		expect([items.length, others.length]).toEqual([0, 80]);
	});
});
