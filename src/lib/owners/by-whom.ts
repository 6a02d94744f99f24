import type { CONSENT_ACTORS } from '../connect/consent-record.ts';

/** Who shares an account may be another owner; who consented in Connect signed in to the account. */
export type ByWhom = 'you' | 'another' | 'account' | 'app' | 'operator';

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
