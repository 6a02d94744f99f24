import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import type { CONSENT_KINDS } from '#lib/connect/consent-record.ts';
import { byWhom, type ByWhom } from '#lib/owners/by-whom.ts';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { withName } from '../../connect/vehicle-name.ts';
import type { Context } from '../../context.ts';
import { consents } from '../../db/consent-schema.ts';
import { applications } from '../../db/schema.ts';
import { readEach, readJson, readOne } from '../../db/stored-json.ts';
import { vehicles } from '../../db/vehicle-schema.ts';
import { keptForOwner } from './kept-for-owner.ts';
import { consentsOf } from './scope.ts';

export const CONSENTS_PER_PAGE = 50;

/** Something that was given to an application with an owner's accounts, or taken back. */
interface OwnersConsent {
	readonly id: number;
	readonly app: { readonly clientId: string; readonly name: string };
	readonly kind: (typeof CONSENT_KINDS)[number];
	readonly by: ByWhom;
	/** What the application could do from then on. */
	readonly granted: readonly PermissionName[];
	/** What the app said that it is for, by permission, when access was given. */
	readonly purposes: readonly Purpose[];
	/** Null when a link named a scope of its own. */
	readonly version: number | null;
	/** Brand, model and year of each. */
	readonly vehicles: readonly string[];
	/** By the rehearsal. */
	readonly at: number;
}

/** What an app said that a permission is for. */
interface Purpose {
	readonly name: PermissionName;
	readonly text: string;
}

/** Which part of the history. */
interface Wanted {
	/** Of one application alone. */
	readonly clientId?: string;
	/** Only what came before this one. */
	readonly before?: number;
}

export interface ConsentHistory {
	/** What came last comes first. */
	readonly consents: readonly OwnersConsent[];
	/** Where it goes on; null at the beginning of all. */
	readonly next: number | null;
	/** Left out, since they cannot be read. */
	readonly damaged: number;
}

/** What happened to the consents of an owner's accounts, whoever it was that did it. */
export function listConsents(context: Context, wanted: Wanted = {}): Promise<ConsentHistory> {
	return readHistory(context, wanted);
}

/** Of what was granted alone: what was not is no part of this history. */
function purposesOf({
	granted,
	asked
}: {
	readonly granted: readonly PermissionName[];
	readonly asked: readonly RequestedPermission[];
}): readonly Purpose[] {
	return asked.flatMap(({ name, purpose = '' }) =>
		purpose !== '' && granted.includes(name) ? [{ name, text: purpose }] : []
	);
}

const readHistory = keptForOwner(
	async ({ db }, ownerId, { clientId, before }: Wanted): Promise<ConsentHistory> => {
		const rows = await db
			.select({ consent: consents, name: applications.name })
			.from(consents)
			.innerJoin(applications, eq(applications.clientId, consents.clientId))
			.where(
				and(
					consentsOf(db, ownerId),
					clientId === undefined ? undefined : eq(consents.clientId, clientId),
					before === undefined ? undefined : lt(consents.id, before)
				)
			)
			.orderBy(desc(consents.id))
			.limit(CONSENTS_PER_PAGE + 1);
		const shown = rows.slice(0, CONSENTS_PER_PAGE);
		const { read, damaged } = readEach(shown, ({ consent, name }) => ({
			...consent,
			name,
			vehicleIds: readJson(consent.vehicleIds, String(consent.id)),
			granted: readJson(consent.granted, String(consent.id)),
			asked: readOne(() => readJson(consent.asked, String(consent.id))) ?? []
		}));
		const ids = [...new Set(read.flatMap(({ vehicleIds }) => vehicleIds))];
		const cars = await db.select().from(vehicles).where(inArray(vehicles.id, ids));
		const names = new Map(cars.map((car) => [car.id, withName(car).name]));
		return {
			consents: read.map((one) => ({
				id: one.id,
				app: { clientId: one.clientId, name: one.name },
				kind: one.kind,
				by: byWhom(one, ownerId),
				granted: one.granted,
				purposes: one.kind === 'granted' ? purposesOf(one) : [],
				version: one.version,
				vehicles: one.vehicleIds.flatMap((id) => names.get(id) ?? []),
				at: one.at
			})),
			next: rows.length > shown.length ? (shown.at(-1)?.consent.id ?? null) : null,
			damaged
		};
	},
	({ consents }) => consents.reduce((sum, { vehicles }) => sum + vehicles.length + 1, 1)
);
