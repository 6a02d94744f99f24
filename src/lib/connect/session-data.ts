import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';

/** Which vehicles a session is about; the older word `test` is read as `simulated`. */
export const CONNECT_MODES = ['live', 'simulated'] as const;
export type ConnectMode = (typeof CONNECT_MODES)[number];

/** Screens of the owner's journey, in their order. */
export const SCREENS = ['preamble', 'brand', 'unsupported', 'login', 'grant', 'finish'] as const;
export type Screen = (typeof SCREENS)[number];

export interface ConnectStep {
	readonly screen: Screen;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** A checked request for authorization, as its session keeps it. Absent values are null. */
export interface ConnectRequest {
	/** `vehicle_id`: the owner signs in again for one connected vehicle. */
	readonly responseType: 'code' | 'none' | 'vehicle_id';
	/** Where the session ends; null for our own last page. */
	readonly redirectUri: string | null;
	/** False when the link named none and the default was taken. */
	readonly redirectUriSent: boolean;
	readonly state: string | null;
	/** What the owner is asked; empty for a new sign-in. */
	readonly asked: readonly RequestedPermission[];
	/** Version that is asked for; null when the link named a scope. */
	readonly version: number | null;
	readonly approvalPrompt: 'auto' | 'force';
	readonly mode: ConnectMode;
	/** Brand key that the link names, whether known or not. */
	readonly make: string | null;
	readonly singleSelect: boolean;
	readonly singleSelectVin: string | null;
	/** ISO 3166-1 alpha-2. */
	readonly country: string | null;
	readonly user: string | null;
	/** `null` as a word clears the stored one. */
	readonly externalId: string | null;
	readonly vehicleId: string | null;
	readonly appOrigin: string | null;
	/** PKCE, method S256 (RFC 7636). */
	readonly codeChallenge: string | null;
	/** Optional permissions that start unticked, to rehearse a refusal. */
	readonly refuse: readonly PermissionName[];
}
