/** What happened to what an application may do with vehicles: more of it, less of it, or its end. */
export const CONSENT_KINDS = ['granted', 'narrowed', 'revoked'] as const;

/** By whom: the owner of the vehicles, the application itself, or who runs the dashboard. */
export const CONSENT_ACTORS = ['owner', 'app', 'operator'] as const;
