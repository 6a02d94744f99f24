import { PermissionNames, RequestedPermissions } from '#lib/access/kept.ts';
import { z } from 'zod';

/** Which vehicles a session is about; the older word `test` is read as `simulated`. */
export const CONNECT_MODES = ['live', 'simulated'] as const;
export type ConnectMode = (typeof CONNECT_MODES)[number];

/** Screens of the owner's journey, in their order. */
export const SCREENS = ['preamble', 'brand', 'unsupported', 'login', 'grant', 'finish'] as const;
export type Screen = (typeof SCREENS)[number];

const ConnectStep = z
	.object({
		screen: z.enum(SCREENS),
		/** Milliseconds since 1970. */
		at: z.number()
	})
	.readonly();
export type ConnectStep = z.infer<typeof ConnectStep>;

export const ConnectSteps = z.array(ConnectStep).readonly();

const text = z.string().nullable();

/** `vehicle_id`: the owner signs in again for one connected vehicle. */
export const RESPONSE_TYPES = ['code', 'none', 'vehicle_id'] as const;
export type ResponseType = (typeof RESPONSE_TYPES)[number];

/** A checked request for authorization, as its session keeps it. Absent values are null. */
export const ConnectRequest = z
	.object({
		responseType: z.enum(RESPONSE_TYPES),
		/** Where the session ends; null for our own last page. */
		redirectUri: text,
		/** False when the link named none and the default was taken. */
		redirectUriSent: z.boolean(),
		state: text,
		/** What the owner is asked; empty for a new sign-in. */
		asked: RequestedPermissions,
		/** Version that is asked for; null when the link named a scope. */
		version: z.number().nullable(),
		approvalPrompt: z.enum(['auto', 'force']),
		mode: z.enum(CONNECT_MODES),
		/** Brand key that the link names, whether known or not. */
		make: text,
		singleSelect: z.boolean(),
		singleSelectVin: text,
		/** ISO 3166-1 alpha-2. */
		country: text,
		user: text,
		/** `null` as a word clears the stored one. */
		externalId: text,
		vehicleId: text,
		appOrigin: text,
		/** PKCE, method S256 (RFC 7636). */
		codeChallenge: text,
		/** Optional permissions that start unticked, to rehearse a refusal. */
		refuse: PermissionNames
	})
	.readonly();
export type ConnectRequest = z.infer<typeof ConnectRequest>;
