import { resolve } from '$app/paths';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { tabOf } from '#lib/access/catalog/kinds.ts';
import type { WholeRequest } from '#lib/server/recorder/list-requests.ts';
import * as words from '../words.en.ts';

/** What is wrong with a request, and what to do about it. */
export interface WayOut {
	readonly what: string;
	readonly why: string;
	readonly acts: readonly { readonly text: string; readonly href: string }[];
}

/** What is asked now. */
interface Asks {
	readonly clientId: string;
	readonly draft: ReadonlySet<string>;
	readonly published: ReadonlySet<string>;
}

/** What a refusal leads with; null where nothing is known to help. */
export function wayOutOf(request: WholeRequest, asks: Asks): WayOut | null {
	const { missing, status, error, vehicleId, fault } = request;
	const application = { clientId: asks.clientId };
	if (fault) {
		const href = `${resolve('/(dashboard)/apps/[clientId]', application)}/faults`;
		return {
			what: words.faultActed(fault.name),
			why: fault.ruleId === null ? words.byHeader : '',
			acts: fault.ruleId === null ? [] : [{ text: words.seeRule, href: `${href}#${fault.ruleId}` }]
		};
	}
	if (missing.length > 0 && status === 403) return missingOf(request, asks);
	if (status === 401) {
		const href = resolve('/(dashboard)/apps/[clientId]/credentials', application);
		return { what: words.unknownCaller, why: '', acts: [{ text: words.credentials, href }] };
	}
	if (status >= 400 && vehicleId !== null && error !== null) {
		const vehicle = { ...application, vehicleId };
		const href = resolve('/(dashboard)/apps/[clientId]/vehicles/[vehicleId]', vehicle);
		return {
			what: words.vehicleRefused(error),
			why: words.vehicleState,
			acts: [{ text: words.seeVehicle, href }]
		};
	}
	return null;
}

function missingOf({ missing, items }: WholeRequest, asks: Asks): WayOut {
	const application = { clientId: asks.clientId };
	const publish = resolve('/(dashboard)/apps/[clientId]/publish', application);
	const share = resolve('/(dashboard)/apps/[clientId]/share', application);
	const isPublished = missing.every((name) => asks.published.has(name));
	const isDrafted = missing.every((name) => asks.draft.has(name));
	const item = items.map((code) => officialCatalog.item(code)).find((one) => one !== undefined);
	const picker = resolve('/(dashboard)/apps/[clientId]/vehicle-access', application);
	return {
		what: words.isMissing(missing),
		why: isPublished ? words.versionAsks : isDrafted ? words.draftAsks : words.nobodyAsks,
		acts: [
			...(isDrafted && !isPublished ? [{ text: words.reviewAndPublish, href: publish }] : []),
			...(isPublished || isDrafted ? [{ text: words.reask, href: share }] : []),
			...(item
				? [
						{
							text: words.onVehicleAccess(item.name),
							href: `${picker}?${new URLSearchParams({ tab: tabOf(item), open: item.code })}#${item.code}`
						}
					]
				: [])
		]
	};
}
