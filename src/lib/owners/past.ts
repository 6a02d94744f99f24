import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import type { CONSENT_KINDS } from '../connect/consent-record.ts';
import type { ByWhom } from './by-whom.ts';

/** Something that was given to an application, or taken back. */
export interface PastConsent {
	readonly kind: (typeof CONSENT_KINDS)[number];
	readonly by: ByWhom;
	/** What tells each vehicle that it is about. */
	readonly vehicles: readonly string[];
	readonly asked: readonly RequestedPermission[];
	/** What the application may do with them from then on. */
	readonly granted: readonly PermissionName[];
	readonly at: number;
}

/** Since when a permission is not given, and how that came. */
export interface NotGiven {
	readonly how: 'left-out' | 'taken-back';
	readonly by: ByWhom;
	readonly at: number;
}

/** How what an owner sees now came to be. */
export interface Past {
	/** Of permissions that were asked: why they were not given last. */
	readonly notGiven: ReadonlyMap<PermissionName, NotGiven>;
	/** Who ended it, of each vehicle that gives nothing. */
	readonly endedBy: ReadonlyMap<string, ByWhom>;
}

/** @param consents with one application, in their order; what came before them is not known */
export function readPast(consents: readonly PastConsent[]): Past {
	const given = new Map<string, readonly PermissionName[]>();
	const notGiven = new Map<PermissionName, NotGiven>();
	const endedBy = new Map<string, ByWhom>();
	for (const { kind, by, vehicles, asked, granted, at } of consents) {
		const names = asked.map(({ name }) => name);
		const missing = names.filter((name) => !granted.includes(name));
		if (kind === 'granted') {
			for (const name of granted) notGiven.delete(name);
			for (const name of missing) notGiven.set(name, { how: 'left-out', by, at });
		}
		if (kind === 'narrowed') {
			const before = new Set(vehicles.flatMap((vehicle) => given.get(vehicle) ?? names));
			for (const name of missing) {
				if (before.has(name)) notGiven.set(name, { how: 'taken-back', by, at });
			}
		}
		for (const vehicle of vehicles) {
			given.set(vehicle, granted);
			if (granted.length === 0) endedBy.set(vehicle, by);
			else endedBy.delete(vehicle);
		}
	}
	return { notGiven, endedBy };
}
