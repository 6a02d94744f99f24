import type { CONSENT_ACTORS } from '../connect/consent-record.ts';

/** Who shares an account may be another owner; who consented in Connect signed in to the account. */
export const ACTORS_TOLD = ['you', 'another', 'account', 'app', 'operator'] as const;
export type ByWhom = (typeof ACTORS_TOLD)[number];

/** Who did something, as one owner is told. */
export function byWhom(
	{
		by,
		ownerId
	}: { readonly by: (typeof CONSENT_ACTORS)[number]; readonly ownerId: string | null },
	me: string
): ByWhom {
	if (by !== 'owner') return by;
	if (ownerId === null) return 'account';
	return ownerId === me ? 'you' : 'another';
}
