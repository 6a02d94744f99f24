import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { languageOf } from '#lib/access/owner-words/languages.ts';
import { permissionText } from '#lib/access/owner-words/permission-texts.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import type { Receipt } from './receipt.ts';

/** What is kept of one consent. */
export interface KeptConsent {
	readonly id: number;
	readonly kind: Receipt['kind'];
	readonly by: Receipt['by'];
	/** By the rehearsal. */
	readonly at: number;
	readonly application: Receipt['application'];
	readonly account: {
		/** Brand key. */
		readonly make: string;
		readonly username: string;
	};
	/** Null where they cannot be read. */
	readonly vehicles: Receipt['vehicles'];
	/** Null where it cannot be read, or what was granted cannot. */
	readonly asked: readonly RequestedPermission[] | null;
	/** What the application may do from then on; null together with what was asked. */
	readonly granted: readonly PermissionName[] | null;
	/** Null when a link named a scope of its own. */
	readonly version: number | null;
}

/** For whom a receipt is made. */
interface Reader {
	readonly language: string;
	/** E-mail address. */
	readonly issuedTo: string;
	/** Of the server. */
	readonly origin: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** A consent in the words that an owner reads. */
export function receiptFile(
	{ id, kind, by, at, application, account, vehicles, asked, granted, version }: KeptConsent,
	{ language, issuedTo, origin }: Reader
): Receipt {
	const { code, permissions } = languageOf(language);
	const brand = findMake(account.make, MAKES)?.name ?? account.make;
	return {
		$schema: `${origin}/schemas/receipt.json`,
		format: 1,
		receipt: id,
		issuedTo,
		language: code,
		kind,
		at: new Date(at).toISOString(),
		by,
		application,
		account: { brand, username: account.username },
		vehicles,
		requestVersion: version,
		permissions:
			asked?.map(({ name, required, purpose = '', without = '' }) => ({
				name,
				...permissionText(name, permissions),
				purpose,
				without,
				required,
				given: granted?.includes(name) ?? false
			})) ?? null,
		endsAfterDaysUnused: granted?.length ? LIFETIMES.refreshToken / DAY : null,
		takeBack: `${origin}/my/applications/${application.clientId}`,
		portal: `${origin}/my`
	};
}
