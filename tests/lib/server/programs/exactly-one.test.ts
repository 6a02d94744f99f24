import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { applications } from '#lib/server/db/schema.ts';
import { vehicleLives, vehicles } from '#lib/server/db/vehicle-schema.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { V2_READINGS } from '#lib/vehicles/api-v2/readings.ts';
import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import type { Profile } from '#lib/vehicles/profiles/schema.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { v2Client } from '../../../support/api-v2.ts';
import { PROVABLE, requestFor } from '../../../support/proof.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

/** What is asked of one vehicle, and may be more than it can. */
const ITEMS = PROVABLE.filter(
	({ path, code }) =>
		/\{(?:id|vehicleId)\}/.test(path) && !/permissions|disconnect|batch|webhook/.test(code)
);

/** More of them find more, and take longer. */
const numRuns = Number(process.env.ONE_OF_THREE_RUNS ?? '30');

/** Whether a vehicle has what an item tells or does, by its profile alone. */
function canDo({ kind, code, apiVersion }: CatalogItem, profile: Profile): boolean {
	const has = signalsOf(profile);
	const needed = COMMANDS[code]?.needs;
	if (needed !== undefined) return profile.abilities.includes(needed);
	if (apiVersion === 'v3') return kind !== 'signal' || [...has].some((own) => own === code);
	const { needs = [], oneOf } = V2_READINGS[code] ?? {};
	return needs.every((own) => has.has(own)) && (oneOf?.some((own) => has.has(own)) ?? true);
}

const isOfBrand = ({ path }: CatalogItem) => path.includes('{make}');
const ofV2 = ITEMS.filter(({ apiVersion }) => apiVersion === 'v2');
const ofV3 = ITEMS.filter(({ apiVersion }) => apiVersion === 'v3');

// Drawn so that each answer of each API comes often.
const anyAsked = fc.record({
	item: fc.oneof(
		fc.constantFrom(...ofV2.filter((item) => !isOfBrand(item))),
		fc.constantFrom(...ofV2.filter(isOfBrand)),
		{ weight: 2, arbitrary: fc.constantFrom(...ofV3) }
	),
	/** Where the path names a brand: that of the vehicle, or another. */
	isOwnBrand: fc.constantFrom(true, true, false)
});
const isSimulated = ({ make }: Profile) => make === 'SIMULATED';
const anyCase = fc.record({
	profile: fc.oneof(fc.constantFrom(...PROFILES), fc.constantFrom(...PROFILES.filter(isSimulated))),
	/** Of a vehicle whose profile is of no brand. */
	brand: fc.constantFrom('TESLA', 'FORD', 'VOLKSWAGEN', 'CHEVROLET'),
	granted: fc.oneof(
		fc.constant([...PERMISSION_NAMES]),
		// A token that reaches nothing any more is none.
		fc.subarray([...PERMISSION_NAMES], { minLength: 1 })
	),
	dialect: fc.constantFrom('2025' as const, '2026' as const),
	asked: fc.array(anyAsked, { minLength: 10, maxLength: 10 })
});

it('what is asked is had, not granted or not to be had, and never two of them', async () => {
	const { context } = storage;
	const client = await v2Client(context, 'CHEVROLET', PERMISSION_NAMES);
	const unlimited = { ...context, settings: { ...context.settings, rateLimits: false } };
	const ask = async (item: CatalogItem, make: string) => {
		const { method, path, body } = requestFor(item, { ...client, make });
		const sent = body !== undefined && {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		};
		const headers = { ...(sent && sent.headers), authorization: `Bearer ${client.access}` };
		return askFromWithin(unlimited, '192.0.2.7', path, { method, ...sent, headers });
	};
	const seen = new Set<string>();
	const property = fc.asyncProperty(
		anyCase,
		async ({ profile, brand, granted, dialect, asked }) => {
			const make = isSimulated(profile) ? brand : profile.make;
			await context.write(async ({ db }) => {
				await db.update(connections).set({ granted });
				// A life that was kept goes on as what it was.
				await db.delete(vehicleLives);
				await db.update(vehicles).set({ profile: profile.id, make });
				await db.update(applications).set({ v3Dialect: dialect });
			});
			for (const { item, isOwnBrand } of asked) {
				const named = isOfBrand(item) && !isOwnBrand ? otherThan(make) : make;
				const isGranted = item.permissions.every((name) => granted.includes(name));
				const ofBrand = named === make && isFor(item, make);
				const expected = !isGranted ? 403 : ofBrand && canDo(item, profile) ? 200 : 501;

				const response = await ask(item, named);
				const text = await response.text();
				const told = [item.code, profile.id, make, named, dialect, text].join(' ');
				expect(outcomeOf(response.status, text), told).toBe(expected);
				if (expected === 403) expect(text).toContain('"type":"PERMISSION"');
				if (expected === 501) expect(text).toContain('"type":"COMPATIBILITY"');
				const api = item.apiVersion === 'v2' ? 'v2' : `v3 of ${dialect}`;
				seen.add(`${api}${isOfBrand(item) ? ' of a brand' : ''}, ${expected}`);
			}
		}
	);
	// Drawn alone, an item of the very brand that the vehicle has might not come.
	const ofBrands = ofV2.filter(isOfBrand).map((item) => ({ item, isOwnBrand: true }));
	const profile = PROFILES.find(
		(one) =>
			isSimulated(one) && ofBrands.some(({ item }) => isFor(item, 'TESLA') && canDo(item, one))
	);
	if (!profile) throw new TypeError('No simulated profile has what is of a brand');
	const granted = [...PERMISSION_NAMES];
	const dialect = '2026' as const;
	const ownBrand = { profile, brand: 'TESLA' as const, granted, dialect, asked: ofBrands };
	await fc.assert(property, { numRuns, examples: [[ownBrand]] });
	// Each of the three has to come, of each API.
	const apis = ['v2', 'v2 of a brand', 'v3 of 2025', 'v3 of 2026'];
	const all = apis.flatMap((api) => [200, 403, 501].map((status) => `${api}, ${status}`));
	expect(seen).toEqual(new Set(all));
});

/** In v3 no brand is asked about: profiles say which vehicles take which command. */
function isFor({ apiVersion, makes }: CatalogItem, make: string): boolean {
	return apiVersion === 'v3' || !makes || makes.some((name) => name.toUpperCase() === make);
}

const otherThan = (make: string) => (make === 'TESLA' ? 'FORD' : 'TESLA');

/** What a vehicle has is told or done, or the vehicle is not in the state for it. */
function outcomeOf(status: number, text: string): number {
	const isInOtherState =
		(status === 409 && text.includes('"VEHICLE_STATE"')) ||
		(status === 404 && text.includes('"SCHEDULE_NOT_FOUND"'));
	return status === 204 || isInOtherState ? 200 : status;
}
