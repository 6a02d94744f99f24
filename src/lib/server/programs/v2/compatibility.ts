import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';
import { VIN_LENGTH } from '#lib/access/connect-url/vin.ts';
import { capabilitiesOf } from '#lib/vehicles/api-v2/compatible.ts';
import { profileOfVehicle } from '#lib/vehicles/profiles/profile-of-vehicle.ts';
import { simulatedModel } from '#lib/connect/simulated-models.ts';
import { makeOfVin } from '#lib/connect/vin-facts.ts';
import { z } from 'zod';
import { queryOf } from '../call.ts';
import { asCaller, endpoint, unlimited } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { v2Refusal } from './answers.ts';
import { readBasicClient, type BasicClient } from './basic-client.ts';
import { wordIssue } from './order-item.ts';

/** Permissions of a scope, one after the other; `required:` before one says nothing here. */
export const Scope = z
	.string()
	.transform((text) => text.split(/\s+/).filter(Boolean))
	.transform((names) => names.map((name) => name.replace(/^required:/, '')))
	.pipe(z.array(z.enum(PERMISSION_NAMES)).min(1));

export const CompatibilityQuery = z.object({
	vin: z.string().length(VIN_LENGTH).toUpperCase(),
	scope: Scope,
	country: z
		.string()
		.regex(/^[A-Za-z]{2}$/, 'is a code of two letters')
		.default('US'),
	test_mode_compatibility_level: z
		.enum(['compatible', 'bev', 'phev', 'fuel', 'incompatible'])
		.default('compatible')
});

/** VINs that the suites of the SDKs ask for, with the level that they expect. */
const KNOWN: Readonly<Record<string, 'incompatible' | 'nothing'>> = {
	WAUAFAFL1GN014882: 'nothing',
	WBAKE5C58DJ107700: 'incompatible'
};

/** `GET /v2.0/compatibility`: whether the vehicle of a VIN would answer, before it is connected. */
export const compatibility = endpoint<BasicClient, BasicClient>({
	who: readBasicClient,
	limit: unlimited,
	permission: asCaller,
	answer: async ({ envelope, request }) => {
		const given = Object.fromEntries(queryOf(request));
		const query = CompatibilityQuery.safeParse(given);
		if (!query.success) {
			const detail = query.error.issues.slice(0, 1).map(wordIssue);
			return v2Refusal(envelope.id, 'VALIDATION', { detail });
		}
		return plainJson(compatibilityOf(query.data), envelope.id);
	}
});

function compatibilityOf({
	vin,
	scope,
	test_mode_compatibility_level: asked
}: z.infer<typeof CompatibilityQuery>) {
	const make = makeOfVin(vin);
	if (make === null) return notCompatible('MAKE_NOT_COMPATIBLE');
	const known = KNOWN[vin];
	if (known === 'incompatible' || asked === 'incompatible') {
		return notCompatible('VEHICLE_NOT_COMPATIBLE');
	}
	const { model } = simulatedModel(make, 0);
	const level = known === 'nothing' ? 'incompatible' : asked;
	const profile = profileOfVehicle({ profile: null, make, model, level });
	const capabilities = capabilitiesOf(unique(scope), { make, profile });
	return { compatible: true, reason: null, capabilities };
}

function notCompatible(reason: 'MAKE_NOT_COMPATIBLE' | 'VEHICLE_NOT_COMPATIBLE') {
	return { compatible: false, reason, capabilities: [] };
}

const unique = (names: readonly PermissionName[]) => [...new Set(names)];
