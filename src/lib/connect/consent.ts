import { permissionRank, type PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';

/** What the owner is offered on the consent screen. */
export interface ConsentOffer {
	readonly asked: readonly RequestedPermission[];
	readonly vehicles: readonly { readonly id: string }[];
	readonly singleSelect: boolean;
}

/** What the consent form says, as it was sent. */
export interface ConsentForm {
	readonly permissions: readonly string[];
	readonly vehicles: readonly string[];
}

export type ConsentFault = 'required-missing' | 'not-asked' | 'nothing' | 'vehicle';

export type Decision =
	| {
			readonly ok: true;
			/** In scope order. */
			readonly granted: readonly PermissionName[];
			readonly vehicleIds: readonly string[];
	  }
	| { readonly ok: false; readonly fault: ConsentFault };

/**
 * Holds a consent form against what was offered. Required permissions are not added back where
 * they were dropped, and what was never asked is not granted: such a form is refused as a whole.
 */
export function checkConsent(
	{ asked, vehicles, singleSelect }: ConsentOffer,
	form: ConsentForm
): Decision {
	const ticked = new Set(form.permissions);
	if ([...ticked].some((name) => !asked.some((permission) => permission.name === name))) {
		return { ok: false, fault: 'not-asked' };
	}
	if (asked.some(({ name, required }) => required && !ticked.has(name))) {
		return { ok: false, fault: 'required-missing' };
	}
	if (ticked.size === 0) return { ok: false, fault: 'nothing' };
	const picked = new Set(form.vehicles);
	const offered = vehicles.map(({ id }) => id);
	const strange = [...picked].some((id) => !offered.includes(id));
	if (strange || picked.size === 0 || (singleSelect && picked.size > 1)) {
		return { ok: false, fault: 'vehicle' };
	}
	const granted = asked
		.map(({ name }) => name)
		.filter((name) => ticked.has(name))
		.sort((a, b) => permissionRank(a) - permissionRank(b));
	return { ok: true, granted, vehicleIds: offered.filter((id) => picked.has(id)) };
}
