import { MAKES } from '#lib/access/catalog/makes.ts';
import { simulatedModel } from '#lib/connect/simulated-models.ts';
import standIns from '#lib/vehicles/profiles/data/stand-ins.json' with { type: 'json' };
import { profileFor } from '#lib/vehicles/profiles/profile-for.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { StandIns } from '#lib/vehicles/profiles/schema.ts';
import { describe, expect, it } from 'vitest';

const ids = new Set(PROFILES.map(({ id }) => id));

describe('profileFor', () => {
	it.each([
		[{ make: 'TESLA', model: 'Model 3' }, 'tesla-model-3'],
		[{ make: 'CHEVROLET', model: 'Volt' }, 'chevrolet-volt'],
		[{ make: 'TESLA', model: 'Model Y' }, 'tesla-model-3'],
		[{ make: 'AUDI', model: 'A4' }, 'volkswagen-golf'],
		[{ make: 'VOLKSWAGEN', model: 'Beetle' }, 'volkswagen-id4'],
		[{ make: 'VOLKSWAGEN', model: 'Beetle', powertrain: 'ICE' as const }, 'volkswagen-golf'],
		[{ make: 'VOLKSWAGEN', model: 'ID.4', powertrain: 'ICE' as const }, 'volkswagen-golf'],
		[{ make: 'AUDI', model: 'A4', powertrain: 'PHEV' as const }, 'toyota-rav4-prime'],
		[{ make: 'HONDA', model: 'Jazz' }, 'subaru-outback'],
		[{ make: 'HONDA', model: 'e', powertrain: 'BEV' as const }, 'hyundai-ioniq-5'],
		[{ make: 'SIMULATED', model: 'HEV' }, 'simulated-hev']
	])('of %j is %s', (kind, id) => {
		expect(profileFor(kind).id).toBe(id);
	});

	it('has one of its own or a stand-in for every model of the test logins', () => {
		const table: Readonly<Record<string, Readonly<Record<string, string>>>> =
			StandIns.parse(standIns);
		const missing = MAKES.flatMap(({ key }) =>
			[0, 1, 2, 3, 4].map((index) => ({ make: key, model: simulatedModel(key, index).model }))
		).filter(
			({ make, model }) =>
				!PROFILES.some((profile) => profile.make === make && profile.model === model) &&
				table[make]?.[model] === undefined
		);
		expect(missing).toEqual([]);
		const unknown = Object.values(table)
			.flatMap(Object.values<string>)
			.filter((id) => !ids.has(id));
		expect(unknown).toEqual([]);
	});
});
