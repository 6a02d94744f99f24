import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { OPERATIONS } from '#lib/server/programs/v2/operations.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { V2_READINGS } from '#lib/vehicles/api-v2/readings.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ofVehicle, v2Client } from '../../../../support/api-v2.ts';
import { useSqlite } from '../../../../support/storage.ts';

const storage = useSqlite();

/** Readings at paths without a brand, which any vehicle may be asked for. */
const READINGS = [...OPERATIONS]
	.filter(([key]) => /^GET (?!\{make\})/.test(key))
	.map(([key, [item]]) => ({ path: key.replace('GET ', ''), item }));

it('a reading is answered, not granted or not to be had, and never two of them', async () => {
	const client = await v2Client(storage.context, 'CHEVROLET', PERMISSION_NAMES);
	const anyCase = fc.record({
		reading: fc.constantFrom(...READINGS),
		profile: fc.constantFrom(...PROFILES),
		granted: fc.subarray([...PERMISSION_NAMES])
	});
	await fc.assert(
		fc.asyncProperty(anyCase, async ({ reading: { path, item }, profile, granted }) => {
			await storage.context.write(async ({ db }) => {
				await db.update(connections).set({ granted });
				await db.update(vehicles).set({ profile: profile.id, make: profile.make });
			});
			const { needs = [], oneOf } = V2_READINGS[item.code] ?? {};
			const has = signalsOf(profile);
			const isGranted = item.permissions.every((name) => granted.includes(name));
			const canTell =
				needs.every((code) => has.has(code)) && (oneOf?.some((code) => has.has(code)) ?? true);
			const expected = !isGranted ? 403 : canTell ? 200 : 501;
			// A token that reaches nothing any more is none.
			if (granted.length === 0) return;
			const { status, body } = await ofVehicle(client, path);
			expect([item.code, profile.id, status]).toEqual([item.code, profile.id, expected]);
			if (status === 403) expect(body).toMatchObject({ type: 'PERMISSION' });
			if (status === 501) expect(body).toMatchObject({ type: 'COMPATIBILITY' });
		}),
		{ numRuns: 150 }
	);
});
