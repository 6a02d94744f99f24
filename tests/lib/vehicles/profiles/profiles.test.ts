import { MAKES } from '#lib/access/catalog/makes.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { simulatedModel } from '#lib/connect/simulated-models.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { PROFILES, profileOf } from '#lib/vehicles/profiles/profiles.ts';
import { Profile } from '#lib/vehicles/profiles/schema.ts';
import { describe, expect, it } from 'vitest';

const signals = officialCatalog.items.filter(({ kind }) => kind === 'signal');
const real = PROFILES.filter(({ make }) => make !== 'SIMULATED');

describe('the profiles', () => {
	it.each(PROFILES.map((profile) => [profile.id, profile] as const))(
		'%s follows its schema',
		(_, profile) => {
			expect(Profile.parse(profile)).toEqual(profile);
		}
	);

	it('have ids of their own', () => {
		expect(new Set(PROFILES.map(({ id }) => id)).size).toBe(PROFILES.length);
	});

	it('are of every powertrain and region, and of brands that the platform has', () => {
		expect(real.length).toBeGreaterThanOrEqual(14);
		expect(new Set(real.map(({ powertrain }) => powertrain))).toEqual(
			new Set(['BEV', 'PHEV', 'HEV', 'ICE', null])
		);
		expect(new Set(real.map(({ region }) => region))).toEqual(new Set(['US', 'CA', 'EU']));
		const known = new Set(MAKES.map(({ key }) => key));
		expect(real.filter(({ make }) => !known.has(make))).toEqual([]);
	});

	it.each([
		['TESLA', 'BEV'],
		['CHEVROLET', 'PHEV'],
		['FORD', 'BEV'],
		['KIA', 'BEV']
	])('of %s begin with the model of most accounts, driven as %s', (make, powertrain) => {
		const first = PROFILES.find((profile) => profile.make === make);
		expect(first).toMatchObject({ model: simulatedModel(make, 0).model, powertrain });
	});

	it('have every signal of the catalog between them', () => {
		const told = new Set(PROFILES.flatMap((profile) => [...signalsOf(profile)]));
		expect([...told].sort()).toEqual(signals.map(({ code }) => code).sort());
		expect(told.size).toBe(93);
	});

	it('have only signals that fit what drives them', () => {
		const misfits = PROFILES.flatMap((profile) => {
			const drivenBy = profile.powertrain ?? 'BEV';
			return [...signalsOf(profile)].filter((code) => {
				const fits = officialCatalog.item(code)?.powertrains;
				return fits && !fits.includes(drivenBy);
			});
		});
		expect(misfits).toEqual([]);
	});

	it('are as narrow as real vehicles, the simulated ones as wide as their powertrain', () => {
		const sizes = real.map((profile) => signalsOf(profile).size);
		expect(sizes.filter((size) => size <= 32).length).toBeGreaterThanOrEqual(14);
		expect(signalsOf({ id: 'volkswagen-id4' }).size).toBe(31);
		expect(signalsOf({ id: 'volkswagen-id-buzz' }).size).toBe(23);
		expect(signalsOf({ id: 'jaguar-i-pace' }).size).toBe(22);
		expect(signalsOf({ id: 'polestar-2' }).size).toBe(30);
		expect(signalsOf({ id: 'byd-seal-u' }).size).toBe(11);
		expect(signalsOf({ id: 'toyota-bz4x' }).size).toBe(15);
		expect(signalsOf({ id: 'simulated-phev' }).size).toBe(93);
	});

	it('are charged by cable where they have a battery to charge, and only there', () => {
		const wrong = PROFILES.filter(
			({ battery, powertrain }) =>
				(battery !== undefined) !== !['HEV', 'ICE'].includes(powertrain ?? '')
		);
		expect(wrong).toEqual([]);
	});
});

describe('profileOf', () => {
	it('knows no id that no profile has', () => {
		expect(() => profileOf('trabant-601')).toThrow(
			new TypeError('No profile has the id trabant-601')
		);
	});
});

describe('signalsOf', () => {
	it('comes in ascending order', () => {
		for (const profile of PROFILES) {
			const codes = [...signalsOf(profile)];
			expect(codes).toEqual(codes.toSorted());
		}
	});
});
