import { buildConnectUrl } from '#lib/access/connect-url/build.ts';

interface Subject {
	readonly owner: { readonly mode: string; readonly make: string };
	readonly user: string | null;
	readonly externalId: string | null;
}

/**
 * The link by which an owner is asked once more. Without a scope it asks for the live version, and
 * its brand and mode lead to the same vehicle account.
 *
 * @param origin where the sandbox is reached
 */
export function askAgainUrl(
	clientId: string,
	{ owner, user, externalId }: Subject,
	origin: string
): string {
	return buildConnectUrl(
		{
			clientId,
			approvalPrompt: 'force',
			mode: owner.mode,
			make: owner.make,
			...(user !== null && { user }),
			...(externalId !== null && { externalId })
		},
		{ origin }
	);
}
